package org.nowrongdoor.eligibility.rule;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The words that an attribute's answer may hold, and which of them take in others.
 *
 * @param words the words in their order
 * @param wordsOfChild the same words said of a child, where they differ
 */
public record Vocabulary(
        Map<String, Label> words, Map<String, Label> wordsOfChild, Map<String, Umbrella> umbrellas, Marks marks) {

    /**
     * What a word takes in.
     *
     * @param includes surely: some ID takes in a photo ID
     * @param perhaps only the provider can say whether
     * @param byIdentity only where the provider goes by the gender people say
     * @param narrower the words that could say more exactly what it says; for gender none, what a person says is exact
     */
    record Umbrella(Set<String> includes, Set<String> perhaps, Set<String> byIdentity, Set<String> narrower) {
        static final Umbrella NONE = of(Set.of(), Set.of(), Set.of());

        static Umbrella of(Set<String> includes, Set<String> perhaps, Set<String> byIdentity) {
            Set<String> narrower =
                    Stream.concat(includes.stream(), perhaps.stream()).collect(Collectors.toUnmodifiableSet());
            return new Umbrella(includes, perhaps, byIdentity, narrower);
        }
    }

    /**
     * The words with a meaning of their own.
     *
     * @param yes the word that a plain {@code true} stands for
     * @param no the word that a plain {@code false}, or an empty list, stands for
     * @param notCounted words that do not make {@code is: true}: a service animal is no pet
     */
    public record Marks(@Nullable String yes, @Nullable String no, Set<String> notCounted) {}

    /** How a word of a rule takes a word that was said. */
    public enum Likeness {
        SAME,
        PERHAPS,
        BY_IDENTITY,
        /** What was said is the wider word: it may or may not be this one. */
        TOO_WIDE,
        OTHER
    }

    public Likeness compare(String ruled, String said) {
        if (ruled.equals(said)) {
            return Likeness.SAME;
        }
        Umbrella umbrella = umbrella(ruled);
        if (umbrella.includes().contains(said)) {
            return Likeness.SAME;
        }
        if (umbrella.perhaps().contains(said)) {
            return Likeness.PERHAPS;
        }
        if (umbrella.byIdentity().contains(said)) {
            return Likeness.BY_IDENTITY;
        }
        return narrower(said).contains(ruled) ? Likeness.TOO_WIDE : Likeness.OTHER;
    }

    /** The words that could say more exactly what a word says. */
    public Set<String> narrower(String word) {
        return umbrella(word).narrower();
    }

    /** What a list takes in where the provider goes by the gender people say, the list itself included. */
    public Stream<String> widenedByIdentity(String word) {
        return Stream.concat(Stream.of(word), umbrella(word).byIdentity().stream());
    }

    /** Whether a word makes {@code is: true}. */
    public boolean counts(String word) {
        return !word.equals(marks.no()) && !marks.notCounted().contains(word);
    }

    private Umbrella umbrella(String word) {
        return umbrellas.getOrDefault(word, Umbrella.NONE);
    }
}
