package org.nowrongdoor.eligibility.rule;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words that an attribute's answer may hold, and which words include others.
 *  @param words the words in catalogue order
 *  @param wordsOfChild the same words said of a child, where they differ */
public record Vocabulary(
        Map<String, Label> words, Map<String, Label> wordsOfChild, Map<String, Umbrella> umbrellas, Marks marks) {

    /** The words that a wider word includes.
     *  @param includes for certain: any ID includes a photo ID
     *  @param perhaps included or not, which only the provider can say
     *  @param byIdentity included only where the provider accepts people by the gender they state
     *  @param narrower the words that say the same more exactly; none for gender, because what a client says is exact */
    record Umbrella(Set<String> includes, Set<String> perhaps, Set<String> byIdentity, Set<String> narrower) {
        static final Umbrella NONE = of(Set.of(), Set.of(), Set.of());

        static Umbrella of(Set<String> includes, Set<String> perhaps, Set<String> byIdentity) {
            var narrower = Stream.concat(includes.stream(), perhaps.stream()).collect(Collectors.toUnmodifiableSet());
            return new Umbrella(includes, perhaps, byIdentity, narrower);
        }
    }

    /** Words with a special meaning.
     *  @param yes the word that a plain {@code true} stands for
     *  @param no the word that a plain {@code false}, or an empty list, stands for
     *  @param notCounted words that do not make {@code is: true}: a service animal is not a pet */
    public record Marks(@Nullable String yes, @Nullable String no, Set<String> notCounted) {}

    /** How a word of a rule relates to a word that the client said. */
    public enum Likeness {
        SAME,
        PERHAPS,
        BY_IDENTITY,
        /** The client said a wider word, which may or may not mean this one. */
        TOO_WIDE,
        OTHER
    }

    public Likeness compare(String ruled, String said) {
        if (ruled.equals(said)) {
            return Likeness.SAME;
        }
        var umbrella = umbrella(ruled);
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

    /** The words that are narrower than a word, and so more exact. */
    public Set<String> narrower(String word) {
        return umbrella(word).narrower();
    }

    /** A word, and those it includes where the provider accepts people by the gender they state. */
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
