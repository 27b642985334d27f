package org.nowrongdoor.http.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** Says of every property whether it is always there and whether it may be null, as Jackson writes the Java type; and
 *  of every enumeration the words that go over the wire. */
final class ShapeWriter {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private final OpenAPI api;
    private final ComponentTypes types;
    private final Set<String> asked;
    private final Set<String> answered;

    private ShapeWriter(OpenAPI api, ComponentTypes types) {
        this.api = api;
        this.types = types;
        asked = reached(true);
        answered = reached(false);
    }

    static void addTo(OpenAPI api, ComponentTypes types) {
        var writer = new ShapeWriter(api, types);
        api.getComponents().getSchemas().forEach(writer::describe);
    }

    private void describe(String name, Schema schema) {
        var type = types.find(name);
        if (type == null) {
            return;
        }
        if (type.isEnum()) {
            schema.enumeration(Arrays.stream(type.getEnumConstants())
                    .map(word -> (Object) JSON.convertValue(word, String.class))
                    .toList());
            return;
        }
        var bean = JSON.getSerializationConfig().introspect(JSON.constructType(type));
        for (var property : bean.findProperties()) {
            var written = schema.getProperties() == null
                    ? null
                    : schema.getProperties().get(property.getName());
            if (written != null) {
                describe(schema, property, bean, name);
            }
        }
    }

    private void describe(Schema schema, BeanPropertyDefinition property, BeanDescription bean, String component) {
        var name = property.getName();
        var mayBeNull = isNullable(property, bean);
        if (answered.contains(component) && !asked.contains(component)) {
            if (!isAlwaysThere(property, bean)) {
                return;
            }
            if (schema.getRequired() == null || !schema.getRequired().contains(name)) {
                schema.addRequired(name);
            }
        } else if (answered.contains(component) && !isAlwaysThere(property, bean)) {
            return;
        }
        var described = schema.getProperties().get(name);
        if (mayBeNull && described != null) {
            schema.addProperty(name, orNull(described));
        }
    }

    private static boolean isAlwaysThere(BeanPropertyDefinition property, BeanDescription bean) {
        var own = property.findInclusion().getValueInclusion();
        var inclusion = own == JsonInclude.Include.USE_DEFAULTS
                ? bean.findPropertyInclusion(JsonInclude.Value.empty()).getValueInclusion()
                : own;
        return switch (inclusion) {
            case USE_DEFAULTS, ALWAYS -> true;
            // Left out where it is null, which it never is unless it says so.
            case NON_NULL -> bean.getBeanClass().isRecord() && !isNullable(property, bean) && !givesNull(property);
            default -> false;
        };
    }

    private static boolean isNullable(BeanPropertyDefinition property, BeanDescription bean) {
        return bean.getBeanClass().isRecord()
                && Arrays.stream(bean.getBeanClass().getRecordComponents())
                        .filter(component -> component.getName().equals(property.getInternalName()))
                        .anyMatch(component -> component.getAnnotatedType().isAnnotationPresent(Nullable.class));
    }

    /** Whether a method that is no component of its record says that it may give null. */
    private static boolean givesNull(BeanPropertyDefinition property) {
        return property.getGetter() != null
                && property.getGetter().getAnnotated().getAnnotatedReturnType().isAnnotationPresent(Nullable.class);
    }

    /** The same or null. */
    static Schema orNull(Schema schema) {
        if (schema.getRef() != null) {
            return OASFactory.createSchema()
                    .description(schema.getDescription())
                    .addAnyOf(OASFactory.createSchema().ref(schema.getRef()))
                    .addAnyOf(OASFactory.createSchema().addType(Schema.SchemaType.NULL));
        }
        if (schema.getAnyOf() != null) {
            schema.type(null);
            if (schema.getAnyOf().stream().noneMatch(ShapeWriter::isNull)) {
                schema.addAnyOf(OASFactory.createSchema().addType(Schema.SchemaType.NULL));
            }
            return schema;
        }
        if (schema.getType() != null && !schema.getType().contains(Schema.SchemaType.NULL)) {
            schema.addType(Schema.SchemaType.NULL);
        }
        if (schema.getEnumeration() != null && !schema.getEnumeration().contains(null)) {
            schema.addEnumeration(null);
        }
        return schema;
    }

    private static boolean isNull(Schema schema) {
        return List.of(Schema.SchemaType.NULL).equals(schema.getType());
    }

    /** Components that bodies of requests, or else those of answers, are made of. */
    private Set<String> reached(boolean ofRequests) {
        var found = new HashSet<String>();
        var next = new ArrayDeque<String>();
        for (var operation : SchemaVisitor.operations(api)) {
            var contents = new ArrayList<Content>();
            if (ofRequests && operation.getRequestBody() != null) {
                contents.add(operation.getRequestBody().getContent());
            } else if (!ofRequests) {
                operation.getResponses().getAPIResponses().values().forEach(one -> contents.add(one.getContent()));
            }
            contents.forEach(content -> SchemaVisitor.visit(content, schema -> add(schema, next)));
        }
        while (!next.isEmpty()) {
            var name = next.pop();
            if (found.add(name)) {
                SchemaVisitor.visit(api.getComponents().getSchemas().get(name), schema -> add(schema, next));
            }
        }
        return found;
    }

    private static void add(Schema schema, ArrayDeque<String> to) {
        var name = SchemaVisitor.component(schema);
        if (name != null) {
            to.add(name);
        }
    }
}
