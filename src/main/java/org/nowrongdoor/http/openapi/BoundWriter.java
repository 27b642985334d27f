package org.nowrongdoor.http.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Says of numbers how small and how large they may be, as the resource {@code openapi/bounds.json} lists them. */
final class BoundWriter {

    private BoundWriter() {}

    static void addTo(OpenAPI api) {
        DescriptionFile.json("bounds.json")
                .properties()
                .forEach(bound ->
                        new DescribedPart(api, bound.getKey()).replace(schema -> bounded(schema, bound.getValue())));
    }

    private static Schema bounded(Schema schema, JsonNode bounds) {
        if (List.of(Schema.SchemaType.STRING).equals(schema.getType())) {
            schema.type(List.of(Schema.SchemaType.INTEGER));
            if (schema.getDefaultValue() instanceof String text) {
                schema.defaultValue(Integer.valueOf(text));
            }
        }
        if (!bounds.get(0).isNull()) {
            schema.minimum(bounds.get(0).decimalValue());
        }
        if (!bounds.get(1).isNull()) {
            schema.maximum(bounds.get(1).decimalValue());
        }
        return schema;
    }
}
