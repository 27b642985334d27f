package org.nowrongdoor.eligibility.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.nowrongdoor.problem.NearestName;
import org.nowrongdoor.problem.QuotedValue;
import org.nowrongdoor.taxonomy.language.Languages;

/** Checks a word of an attribute, in a rule or in an answer of a client. */
public final class WordChecker {

    private WordChecker() {}

    /** Whether the word is valid for the attribute; where it is not, a fault is recorded. */
    public static boolean check(JsonNode node, Subject subject, RegionContainment regions) {
        if (!node.isTextual()) {
            subject.addWrongKind("a text", node);
            return false;
        }
        var word = node.textValue();
        return switch (subject.attribute().kind()) {
            case REGION -> checkRegion(word, subject, regions);
            case LANGUAGES -> checkLanguage(word, subject);
            default -> checkListed(word, subject);
        };
    }

    private static boolean checkRegion(String word, Subject subject, RegionContainment regions) {
        if (regions.knows(word)) {
            return true;
        }
        subject.add("region " + QuotedValue.of(word) + " is not known. Use us, MN (state), 27053 (county) or"
                + " MN/minneapolis (place).");
        return false;
    }

    private static boolean checkLanguage(String word, Subject subject) {
        if (Languages.codeOf(word).isPresent()) {
            return true;
        }
        subject.add("language " + QuotedValue.of(word) + " is not known"
                + NearestName.hint(word, Languages.commonNames()) + ". Write a code such as en, es or hmn, or a name.");
        return false;
    }

    private static boolean checkListed(String word, Subject subject) {
        var attribute = subject.attribute();
        var known = List.copyOf(attribute.entry().values().keySet());
        if (known.contains(word)) {
            return true;
        }
        if (attribute.kind() == AttributeKind.WORDS && word.equals("none")) {
            subject.add(attribute.code() + " has no word for none. Leave the list empty. In a rule test is: false.");
        } else {
            subject.addUnknown(attribute.code() + " value", new RuleFaults.Unknown(word, known));
        }
        return false;
    }
}
