package org.nowrongdoor.exchange.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.nowrongdoor.exchange.row.Findings;
import org.nowrongdoor.exchange.row.JsonMembers;
import org.nowrongdoor.exchange.row.JsonPath;
import org.nowrongdoor.taxonomy.language.Languages;

/** A language is found by its code, or else by its name: who sends one that is not found that way, or as another, is told. */
final class LanguageRules {

    private LanguageRules() {}

    static void check(ObjectNode language, JsonPath place, Findings findings) {
        var name = JsonMembers.text(language, "name");
        var code = JsonMembers.text(language, "code");
        if (name == null || name.isBlank()) {
            return;
        }
        var named = Languages.codesOf(name);
        var coded = Languages.codeOf(code);
        if (coded.isEmpty() && named.isEmpty()) {
            findings.warning(
                    place.at("name"),
                    name,
                    "is no language that is known. It is kept, and no search for a language finds it.");
        } else if (coded.isPresent()
                && !named.isEmpty()
                && named.stream().noneMatch(one -> isOneLanguage(one, coded.get()))) {
            findings.warning(
                    place.at("code"),
                    code,
                    "is the code of " + Languages.name(coded.get(), Locale.ENGLISH)
                            + ", which the name is not. The code counts. Give the code "
                            + String.join(" or ", named));
        }
    }

    /** Whether two codes are of one language, or one of a language that the other gathers: Mandarin and Chinese. */
    private static boolean isOneLanguage(String one, String other) {
        return Languages.macrolanguage(one)
                .orElse(one)
                .equals(Languages.macrolanguage(other).orElse(other));
    }
}
