package org.nowrongdoor.exchange.check;

import com.fasterxml.jackson.databind.JsonNode;
import org.nowrongdoor.directory.record.ToldText;
import org.nowrongdoor.exchange.row.Findings;
import org.nowrongdoor.exchange.row.JsonPath;
import org.nowrongdoor.taxonomy.language.Languages;

/** Translations stand under the code of their language, and none under that of the record itself. */
final class TranslationRules {

    private TranslationRules() {}

    static void check(JsonNode translations, JsonPath place, Findings findings) {
        for (var translation : translations.properties()) {
            var code = translation.getKey();
            var known = Languages.codeOf(code);
            if (code.equals(ToldText.ORIGINAL)) {
                findings.fault(place.at(code), null, "is the language of the record: its own members say it");
            } else if (!known.filter(code::equals).isPresent()) {
                findings.fault(
                        place.at(code),
                        null,
                        "is not the code of a language"
                                + known.map(near -> "; did you mean " + near + "?")
                                        .orElse(", such as es"));
            }
        }
    }
}
