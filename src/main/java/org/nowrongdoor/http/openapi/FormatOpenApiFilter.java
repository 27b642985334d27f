package org.nowrongdoor.http.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Writes ids and times where they stand, as strings of a format: a component for each would be a class for each. */
@OpenApiFilter(value = OpenApiFilter.RunStage.BUILD, priority = 100)
public class FormatOpenApiFilter implements OASFilter {

    private static final Map<String, String> FORMATS = Map.of(
            "UUID", "uuid",
            "Instant", "date-time",
            "OffsetDateTime", "date-time",
            "LocalDate", "date");

    /** What a value of any form is to the code. */
    private static final String TREE = "JsonNode";

    private static final String STREAM = "StreamingOutput";

    @Override
    public Schema filterSchema(Schema schema) {
        var component = String.valueOf(SchemaVisitor.component(schema));
        if (component.equals(TREE)) {
            return schema.ref(null);
        }
        if (component.equals(STREAM)) {
            return schema.ref(null).type(List.of(Schema.SchemaType.STRING));
        }
        var format = FORMATS.get(component);
        if (format != null) {
            schema.ref(null).type(List.of(Schema.SchemaType.STRING)).format(format);
        }
        if (schema.getExamples() != null && schema.getExamples().stream().anyMatch(FormatOpenApiFilter::isMadeUp)) {
            schema.examples(null);
        }
        if ("uuid".equals(schema.getFormat())) {
            // A generator of Python turns a pattern next to the format into code that cannot be imported.
            schema.pattern(null);
        }
        if (schema.getAnyOf() != null
                && schema.getAnyOf().size() == 2
                && schema.getAnyOf().get(1).getType() != null) {
            inline(schema);
        }
        return schema;
    }

    /** The time that the scan shows for every time. */
    private static boolean isMadeUp(Object example) {
        return String.valueOf(example).startsWith("2022-03-10");
    }

    /** Either of a format and null is one string of the format that may be null. */
    private static void inline(Schema schema) {
        var first = schema.getAnyOf().get(0);
        if (first.getFormat() != null && FORMATS.containsValue(first.getFormat())) {
            schema.anyOf(null)
                    .type(List.of(Schema.SchemaType.STRING, Schema.SchemaType.NULL))
                    .format(first.getFormat());
        }
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() != null && api.getComponents().getSchemas() != null) {
            FORMATS.keySet().forEach(api.getComponents()::removeSchema);
            api.getComponents().removeSchema(TREE);
            api.getComponents().removeSchema(STREAM);
        }
    }
}
