package org.nowrongdoor.eligibility;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;
import org.nowrongdoor.problem.Quoted;

/** Whether a word is one that an attribute takes, be it in a rule or in a client's answer. */
final class WordCheck {

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");

    private WordCheck() {}

    /** Says whether the word can be read; where not, the fault is noted. */
    static boolean check(JsonNode node, Subject subject, Regions regions) {
        if (!node.isTextual()) {
            subject.addWrongKind("a text", node);
            return false;
        }
        String word = node.textValue();
        return switch (subject.attribute().kind()) {
            case REGION -> checkRegion(word, subject, regions);
            case LANGUAGES -> checkLanguage(word, subject);
            default -> checkListed(word, subject);
        };
    }

    private static boolean checkRegion(String word, Subject subject, Regions regions) {
        if (regions.knows(word)) {
            return true;
        }
        subject.add("region " + Quoted.of(word) + " is not known: use us, a state like MN,"
                + " a county's FIPS code like 27053, or a place like MN/minneapolis");
        return false;
    }

    private static boolean checkLanguage(String word, Subject subject) {
        if (LANGUAGE.matcher(word).matches()) {
            return true;
        }
        subject.add("language " + Quoted.of(word) + " is not a code: write en, es or hmn");
        return false;
    }

    private static boolean checkListed(String word, Subject subject) {
        Attribute attribute = subject.attribute();
        List<String> known = List.copyOf(attribute.entry().values().keySet());
        if (known.contains(word)) {
            return true;
        }
        if (attribute.kind() == AttributeKind.WORDS && word.equals("none")) {
            subject.add(attribute.code() + " has no word for none: leave the list empty, or in a rule test is: false");
        } else {
            subject.addUnknown(attribute.code() + " value", new Faults.Unknown(word, known));
        }
        return false;
    }
}
