package org.nowrongdoor.exchange.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nowrongdoor.exchange.row.Finding;
import org.nowrongdoor.exchange.row.Findings;
import org.nowrongdoor.exchange.row.JsonPath;

class LanguageRulesTest {

    private static List<Finding> warnings(@Nullable String name, @Nullable String code) {
        var findings = new Findings();
        var language = JsonNodeFactory.instance.objectNode();
        language.put("name", name);
        language.put("code", code);
        LanguageRules.check(language, JsonPath.ROOT, findings);
        return findings.all();
    }

    @Test
    void aCodeOfAnotherLanguageThanTheNameIsTold() {
        var told = warnings("Spanish", "en");
        assertEquals("/code", told.get(0).pointer());
        assertTrue(told.get(0).remedy().contains("the code of English"), told.toString());
        assertTrue(told.get(0).remedy().contains("Give the code es"), told.toString());
    }

    @Test
    void aNameThatIsNoLanguageIsToldWhereNoCodeSaysIt() {
        assertEquals("/name", warnings("Klingonish", null).get(0).pointer());
        assertTrue(warnings("Klingonish", "es").isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "Spanish, es",
        "Spanish, es-MX",
        "Spanish/English, en",
        "español, spa",
        "Chinese (Simplified), zh",
        "Mandarin, zh",
        "Cantonese, zh",
        ", es"
    })
    void whatAgreesIsNotTold(@Nullable String name, String code) {
        assertEquals(List.of(), warnings(name, code));
    }
}
