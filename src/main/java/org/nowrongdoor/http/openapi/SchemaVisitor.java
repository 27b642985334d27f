package org.nowrongdoor.http.openapi;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** Visits schemas of a description, with those that they hold. */
final class SchemaVisitor {

    /** How a reference to a component begins. */
    static final String COMPONENT = "#/components/schemas/";

    private SchemaVisitor() {}

    /** The operations of every path and webhook. */
    static List<Operation> operations(OpenAPI api) {
        var items = new ArrayList<PathItem>(api.getPaths().getPathItems().values());
        if (api.getWebhooks() != null) {
            items.addAll(api.getWebhooks().values());
        }
        return items.stream()
                .flatMap(item -> item.getOperations().values().stream())
                .toList();
    }

    /** The schema of a component that has to be there. */
    static Schema known(OpenAPI api, String name) {
        var schema = api.getComponents().getSchemas().get(name);
        if (schema == null) {
            throw new IllegalStateException("the description has no component " + name);
        }
        return schema;
    }

    /** Visits every schema: those of the components, then those that stand in operations and shared answers. */
    static void visitAll(OpenAPI api, Consumer<Schema> visitor) {
        api.getComponents().getSchemas().values().forEach(schema -> visit(schema, visitor));
        if (api.getComponents().getResponses() != null) {
            api.getComponents().getResponses().values().forEach(answer -> visit(answer.getContent(), visitor));
        }
        if (api.getComponents().getHeaders() != null) {
            api.getComponents().getHeaders().values().forEach(header -> visit(header.getSchema(), visitor));
        }
        for (var operation : operations(api)) {
            if (operation.getParameters() != null) {
                operation.getParameters().forEach(parameter -> visit(parameter.getSchema(), visitor));
            }
            if (operation.getRequestBody() != null) {
                visit(operation.getRequestBody().getContent(), visitor);
            }
            operation.getResponses().getAPIResponses().values().forEach(answer -> visit(answer.getContent(), visitor));
        }
    }

    /** Visits the schemas of a body. */
    static void visit(@Nullable Content content, Consumer<Schema> visitor) {
        if (content != null) {
            content.getMediaTypes().values().forEach(media -> visit(media.getSchema(), visitor));
        }
    }

    /** Visits a schema and those within it; a reference is not followed. */
    static void visit(@Nullable Schema schema, Consumer<Schema> visitor) {
        if (schema == null) {
            return;
        }
        visitor.accept(schema);
        if (schema.getProperties() != null) {
            List.copyOf(schema.getProperties().values()).forEach(property -> visit(property, visitor));
        }
        visit(schema.getItems(), visitor);
        visit(schema.getAdditionalPropertiesSchema(), visitor);
        visitAll(schema.getAnyOf(), visitor);
        visitAll(schema.getOneOf(), visitor);
        visitAll(schema.getAllOf(), visitor);
        visit(schema.getNot(), visitor);
    }

    private static void visitAll(@Nullable Collection<Schema> schemas, Consumer<Schema> visitor) {
        if (schemas != null) {
            schemas.forEach(schema -> visit(schema, visitor));
        }
    }

    /** The component that a schema refers to, null where it refers to none. */
    static @Nullable String component(@Nullable Schema schema) {
        return schema == null || schema.getRef() == null || !schema.getRef().startsWith(COMPONENT)
                ? null
                : schema.getRef().substring(COMPONENT.length());
    }
}
