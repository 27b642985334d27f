package org.nowrongdoor.eligibility;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Whether a word is one that an attribute takes, be it in a rule or in a client's answer. */
final class WordCheck {

    private WordCheck() {}

    /** The word's attribute and place. */
    record Subject(Attribute attribute, String pointer, Faults faults) {}

    /** Says whether the word can be read; where not, the fault is noted. */
    static boolean check(JsonNode node, Subject subject, Regions regions) {
        String code = subject.attribute().code();
        if (!node.isTextual()) {
            subject.faults().add(subject.pointer(), code + " must be a text, was " + Faults.shown(node));
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
        subject.faults()
                .add(
                        subject.pointer(),
                        "region " + Faults.quoted(word)
                                + " is not known: use us, a state like MN, a county's FIPS code like 27053, or a place like MN/minneapolis");
        return false;
    }

    private static boolean checkLanguage(String word, Subject subject) {
        if (ConditionCheck.LANGUAGE.matcher(word).matches()) {
            return true;
        }
        subject.faults()
                .add(subject.pointer(), "language " + Faults.quoted(word) + " is not a code: write en, es or hmn");
        return false;
    }

    private static boolean checkListed(String word, Subject subject) {
        List<String> known = List.copyOf(subject.attribute().entry().values().keySet());
        if (known.contains(word)) {
            return true;
        }
        subject.faults()
                .addUnknown(subject.pointer(), subject.attribute().code() + " value", new Faults.Unknown(word, known));
        return false;
    }
}
