package org.nowrongdoor.taxonomy;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.nowrongdoor.text.FoldedText;

/** A form that also means something else, and when it is taken for ours.
 *  @param means codes to ask about where it is not taken for ours; none where it is a word of every day, which must not
 *      come back as something that no one spoke of
 *  @param with words next to which it is ours
 *  @param unless words next to which it never is */
public record AmbiguousForm(
        String form, Handling handling, List<String> means, List<String> with, List<String> unless) {

    /** When a form is taken for ours. */
    public enum Handling {
        /** Not on its own; longer forms that hold it are not touched. */
        NEVER,
        /** Next to one of its words. */
        WITH,
        /** As typed in capitals, as the whole text, or next to one of its words. */
        UPPER,
        /** Always. */
        ANY;

        static Handling of(String written) {
            return valueOf(written.toUpperCase(Locale.ROOT));
        }
    }

    /** What stands next to a form, folded.
     *  @param said the other words of the text
     *  @param context what was said apart from it, such as the place */
    public record OtherWords(Set<String> said, Set<String> context) {

        boolean isNothing() {
            return said.isEmpty();
        }

        boolean holdsAny(List<String> words) {
            return words.stream().map(FoldedText::of).anyMatch(word -> said.contains(word) || context.contains(word));
        }
    }

    /** The rule for a form that no line speaks of: a letter alone is never one, two letters are meant in capitals. */
    public static AmbiguousForm usual(String form, boolean isAcronym) {
        var key = FoldedText.of(form);
        var handling =
                key.length() < 2 ? Handling.NEVER : isAcronym && key.length() == 2 ? Handling.UPPER : Handling.ANY;
        return new AmbiguousForm(form, handling, List.of(), List.of(), List.of());
    }

    /** Whether the form is meant.
     *  @param typed as it stands in the text
     *  @param others the other words of the text */
    public boolean isMeant(String typed, OtherWords others) {
        if (others.holdsAny(unless)) {
            return false;
        }
        var isWithThem = others.holdsAny(with);
        return switch (handling) {
            case NEVER -> false;
            case WITH -> isWithThem;
            case UPPER -> isWithThem || others.isNothing() || isCapitals(typed);
            case ANY -> true;
        };
    }

    /** Whether to ask what a form that is not meant stands for: as the whole text or in capitals, and where no word
     *  next to it says that it is something else. */
    public boolean isAsked(String typed, OtherWords others) {
        return !means.isEmpty() && !others.holdsAny(unless) && (others.isNothing() || isCapitals(typed));
    }

    private static boolean isCapitals(String typed) {
        return typed.chars().anyMatch(Character::isUpperCase) && typed.chars().noneMatch(Character::isLowerCase);
    }

    /** The folded forms that are never ours on their own, so that no slip of the finger turns another word into one. */
    public static Set<String> never(List<AmbiguousForm> collisions) {
        return collisions.stream()
                .filter(collision -> collision.handling == Handling.NEVER)
                .map(collision -> FoldedText.of(collision.form))
                .collect(Collectors.toSet());
    }
}
