package org.nowrongdoor.http.openapi;

import java.util.Map;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Says in plain words what every component, property, operation and parameter is. The words are those of the resource
 *  {@code openapi/texts.properties}: {@code Component}, {@code Component.property}, {@code property} wherever it means the
 *  same, {@code operation()}, {@code operation(parameter)} and {@code (parameter)}. */
final class TextWriter {

    private final Map<String, String> texts = DescriptionFile.texts();

    static void addTo(OpenAPI api) {
        var writer = new TextWriter();
        api.getComponents().getSchemas().forEach(writer::describe);
        SchemaVisitor.operations(api).forEach(writer::describe);
    }

    private void describe(String component, Schema schema) {
        if (schema.getDescription() == null) {
            schema.description(texts.get(component));
        }
        if (schema.getProperties() != null) {
            schema.getProperties().forEach((name, property) -> {
                var own = texts.get(component + '.' + name);
                if (own != null || property.getDescription() == null) {
                    property.description(own == null ? texts.get(name) : own);
                }
            });
        }
    }

    private void describe(Operation operation) {
        var id = operation.getOperationId();
        var text = texts.get(id + "()");
        if (text != null) {
            operation.description(text);
        }
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(parameter -> describe(parameter, id));
        }
    }

    private void describe(Parameter parameter, @Nullable String operation) {
        var own = texts.get(operation + "(" + parameter.getName() + ")");
        if (own != null || parameter.getDescription() == null) {
            parameter.description(own == null ? texts.get("(" + parameter.getName() + ")") : own);
        }
    }
}
