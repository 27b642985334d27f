package org.nowrongdoor.eligibility.openapi;

import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** The pieces that schemas of the catalogue are put together from. */
final class SchemaParts {

    private SchemaParts() {}

    static Schema typed(Schema.SchemaType type) {
        return OASFactory.createSchema().addType(type);
    }

    static Schema ref(String component) {
        return OASFactory.createSchema().ref("#/components/schemas/" + component);
    }

    static Schema words(Collection<String> words) {
        return typed(Schema.SchemaType.STRING).enumeration(List.copyOf(words));
    }

    static Schema listOf(Schema items, int most) {
        return typed(Schema.SchemaType.ARRAY).items(items).maxItems(most);
    }

    /** A JSON object without other members than those that are added. */
    static Schema closed() {
        return typed(Schema.SchemaType.OBJECT)
                .additionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false));
    }

    static Schema oneOf(Schema... forms) {
        return OASFactory.createSchema().oneOf(List.of(forms));
    }

    static Schema nothing() {
        return typed(Schema.SchemaType.NULL);
    }
}
