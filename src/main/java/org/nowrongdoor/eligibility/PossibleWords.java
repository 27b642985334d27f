package org.nowrongdoor.eligibility;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The sets of words that a rule tells apart. */
final class PossibleWords {

    // 8: 256 choices; a rule that tells more kinds of words of one attribute apart has not been seen
    private static final int MOST_KINDS = 8;

    /** The code for "no linguistic content": a language that no rule names. */
    private static final String OTHER_LANGUAGE = "zxx";

    private final Matching matching;

    PossibleWords(Matching matching) {
        this.matching = matching;
    }

    /** What the client said of it so far, and how the service takes trans people. */
    record Said(@Nullable Answer answer, boolean transByIdentity) {}

    List<Answer.Words> of(Attribute attribute, List<Rule.Leaf> leaves, Said said) {
        if (said.answer() instanceof Answer.Words words) {
            return narrowed(attribute, words);
        }
        List<String> kinds = kinds(attribute, leaves, said);
        if (attribute.kind() == AttributeKind.WORD) {
            return kinds.stream().map(word -> exact(Set.of(word))).toList();
        }
        String none = attribute.entry().vocabulary().marks().no();
        return PossibleAnswers.choices(kinds).stream()
                .map(choice -> exact(choice.isEmpty() && none != null ? Set.of(none) : choice))
                .toList();
    }

    /** One word of each kind that the leaves treat alike. */
    private List<String> kinds(Attribute attribute, List<Rule.Leaf> leaves, Said said) {
        String none = attribute.entry().vocabulary().marks().no();
        Map<List<Finding>, String> kinds = new LinkedHashMap<>();
        words(attribute, leaves)
                .filter(word -> attribute.kind() == AttributeKind.WORD || !word.equals(none))
                .forEach(
                        word -> kinds.putIfAbsent(findings(leaves, exact(Set.of(word)), said.transByIdentity()), word));
        return kinds.values().stream().limit(MOST_KINDS).toList();
    }

    private static Stream<String> words(Attribute attribute, List<Rule.Leaf> leaves) {
        if (attribute.kind() != AttributeKind.LANGUAGES) {
            return attribute.entry().values().keySet().stream();
        }
        Stream<String> named = leaves.stream().flatMap(leaf -> PossibleAnswers.words(leaf.condition()).stream());
        return Stream.concat(Stream.of(OTHER_LANGUAGE), named);
    }

    private List<Finding> findings(List<Rule.Leaf> leaves, Answer.Words words, boolean transByIdentity) {
        return leaves.stream()
                .map(leaf -> matching.of(leaf, ClientProfile.EMPTY.with(leaf.attribute(), words), transByIdentity))
                .toList();
    }

    /** What was said, with or without any of the narrower words that it leaves open. */
    private static List<Answer.Words> narrowed(Attribute attribute, Answer.Words said) {
        Vocabulary vocabulary = attribute.entry().vocabulary();
        List<String> narrower = said.words().stream()
                .flatMap(word -> vocabulary.narrower(word).stream())
                .filter(word -> !said.words().contains(word))
                .distinct()
                .limit(MOST_KINDS)
                .toList();
        List<Answer.Words> possible = new ArrayList<>();
        for (Set<String> choice : PossibleAnswers.choices(narrower)) {
            if (attribute.kind() != AttributeKind.WORD) {
                Set<String> all = new LinkedHashSet<>(said.words());
                all.addAll(choice);
                possible.add(exact(all));
            } else if (choice.size() <= 1) {
                possible.add(exact(choice.isEmpty() ? said.words() : choice));
            }
        }
        return possible;
    }

    private static Answer.Words exact(Set<String> words) {
        return new Answer.Words(words, true);
    }
}
