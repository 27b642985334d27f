package org.nowrongdoor.exchange.redaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.Json.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nowrongdoor.directory.record.LocationPolicy;
import org.nowrongdoor.directory.record.ServiceRecord;
import org.nowrongdoor.exchange.row.Findings;
import org.nowrongdoor.exchange.row.JsonPath;
import org.nowrongdoor.exchange.row.RecordSchema;
import org.nowrongdoor.support.HsdsSchemas;

/** A translation tells no more of a place than the text that it is of. */
class TranslationRedactionTest {

    private static ObjectNode tree(String text) {
        return (ObjectNode) HsdsSchemas.tree(json(text));
    }

    private static ObjectNode cut(String text) {
        var record = tree(text);
        new TextRedactor(new KnownAddress(), new LinkRule(), new Findings())
                .cut(RecordSchema.of(ServiceRecord.class), record, JsonPath.ROOT);
        return record;
    }

    @ParameterizedTest
    @EnumSource(value = LocationPolicy.class, names = "PUBLIC", mode = EnumSource.Mode.EXCLUDE)
    void aLocationThatIsNotPublicKeepsNone(LocationPolicy policy) {
        var location = tree("""
                {'id': '1', 'phones': [{'number': '612-555-0142', 'description': 'desk',
                                        'translations': {'es': {'description': 'casa morada'}}}]}""");
        new LocationReducer(new Findings()).reduce(location, policy, JsonPath.ROOT);
        assertEquals(tree("{'id': '1', 'phones': [{'number': '612-555-0142'}]}"), location);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Calle Quillfeather 7431", "7431 Quillfeather Street", "esquina de Quillfeather y Lake"})
    void anAddressIsCutFromIt(String address) {
        var kept = cut("{'alert': 'Come.', 'translations': {'es': {'alert': 'Venga a " + address + ".'}},"
                + " 'phones': [{'number': '612-555-0142', 'description': 'desk',"
                + " 'translations': {'es': {'description': 'en " + address + "'}}}],"
                + " 'disclosures': [{'code': 'other', 'text': 'Come.',"
                + " 'translations': {'es': {'text': 'Venga a " + address + "'}}}]}");
        assertFalse(kept.toString().contains("Quillfeather"), kept.toString());
        assertTrue(kept.at("/translations/es/alert").asText().startsWith("Venga"), kept.toString());
    }

    @Test
    void theTranslationOfATextThatIsCutGoesWhateverItSays() {
        var kept = cut("""
                {'alert': 'Come to 7431 Quillfeather Street.', 'description': 'Beds.',
                 'translations': {'es': {'alert': 'Venga a la casa morada.', 'description': 'Camas.'}}}""");
        assertEquals(tree("{'description': 'Camas.'}"), kept.at("/translations/es"));
    }
}
