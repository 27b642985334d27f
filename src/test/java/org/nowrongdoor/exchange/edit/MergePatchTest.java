package org.nowrongdoor.exchange.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nowrongdoor.support.HsdsSchemas;
import org.nowrongdoor.support.Json;

/** A translation stands as long as the text that it is of. */
class MergePatchTest {

    private static final String STORED =
            "{'alert': 'Full', 'description': 'Beds', 'translations': {'es': {'alert': 'Lleno', 'description': 'Camas'}}}";

    private static ObjectNode tree(String json) {
        return (ObjectNode) HsdsSchemas.tree(Json.json(json));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {'alert': 'Open'} | {'description': 'Camas'}
            {'alert': null} | {'description': 'Camas'}
            {'alert': 'Full'} | {'alert': 'Lleno', 'description': 'Camas'}
            {'email': 'a@b.example'} | {'alert': 'Lleno', 'description': 'Camas'}
            {'alert': 'Open', 'translations': {'es': {'alert': 'Abierto'}}} | {'alert': 'Abierto', 'description': 'Camas'}
            {'translations': {'es': {'alert': 'Completo'}}} | {'alert': 'Completo', 'description': 'Camas'}""")
    void aTextThatChangesLosesTheTranslationOfWhatItWas(String patch, String left) {
        var patched = MergePatch.apply(tree(STORED), tree(patch));
        assertEquals(tree(left), patched.at("/translations/es"));
    }
}
