package org.nowrongdoor.http.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Gives every fixed list of words a name, and says where its words stand. The lists are those of the resource
 *  {@code openapi/words.json}; a list without words is an enumeration in Java. */
final class NamedWordsWriter {

    private final OpenAPI api;

    private NamedWordsWriter(OpenAPI api) {
        this.api = api;
    }

    static void addTo(OpenAPI api) {
        var writer = new NamedWordsWriter(api);
        DescriptionFile.json("words.json").properties().forEach(list -> writer.add(list.getKey(), list.getValue()));
    }

    private void add(String name, JsonNode list) {
        if (list.has("words")) {
            var words = new ArrayList<Object>();
            list.get("words").forEach(word -> words.add(word.asText()));
            api.getComponents()
                    .addSchema(
                            name,
                            OASFactory.createSchema()
                                    .addType(Schema.SchemaType.STRING)
                                    .enumeration(words));
        }
        list.path("in").forEach(use -> new DescribedPart(api, use.asText()).replace(schema -> referring(schema, name)));
    }

    private static Schema referring(Schema schema, String name) {
        if (schema.getItems() != null) {
            return schema.items(referring(schema.getItems(), name));
        }
        if (schema.getAdditionalPropertiesSchema() != null) {
            return schema.additionalPropertiesSchema(referring(schema.getAdditionalPropertiesSchema(), name));
        }
        var mayBeNull = schema.getType() != null && schema.getType().contains(Schema.SchemaType.NULL);
        var reference = OASFactory.createSchema()
                .ref(SchemaVisitor.COMPONENT + name)
                .description(schema.getDescription())
                .examples(schema.getExamples());
        return mayBeNull ? ShapeWriter.orNull(reference) : reference;
    }
}
