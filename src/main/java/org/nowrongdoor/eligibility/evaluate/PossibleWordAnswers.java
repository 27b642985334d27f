package org.nowrongdoor.eligibility.evaluate;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.eligibility.rule.AttributeKind;
import org.nowrongdoor.eligibility.rule.ClientAttribute;
import org.nowrongdoor.eligibility.rule.Condition;
import org.nowrongdoor.eligibility.rule.Rule;
import org.nowrongdoor.eligibility.rule.Vocabulary;

/** The sets of words that a rule tells apart. */
final class PossibleWordAnswers {

    // 8: 256 choices; a rule that tells more kinds of words of one attribute apart has not been seen
    private static final int MOST_KINDS = 8;

    /** The code for "no linguistic content": a language that no rule names. */
    private static final String OTHER_LANGUAGE = "zxx";

    private final LeafEvaluator matching;

    PossibleWordAnswers(LeafEvaluator matching) {
        this.matching = matching;
    }

    /** An attribute with all that a rule asks of it, and how the service takes trans people. */
    record Asked(ClientAttribute attribute, List<Rule.Leaf> leaves, boolean transByIdentity) {

        boolean isOneWord() {
            return attribute.kind() == AttributeKind.WORD;
        }

        Vocabulary vocabulary() {
            return attribute.entry().vocabulary();
        }
    }

    Stream<Answer.Words> of(Asked asked, @Nullable Answer said) {
        if (said instanceof Answer.Words words) {
            return narrowed(asked, words);
        }
        Stream<Answer.Words> single = words(asked).map(word -> exact(Set.of(word)));
        if (asked.isOneWord()) {
            return single;
        }
        String none = asked.vocabulary().marks().no();
        Stream<Answer.Words> nothing = Stream.of(exact(none == null ? Set.of() : Set.of(none)));
        Stream<Answer.Words> several = Stream.of(asked)
                .flatMap(one -> PossibleAnswers.choices(kinds(one)))
                .filter(choice -> choice.size() > 1)
                .map(PossibleWordAnswers::exact);
        return Stream.of(nothing, single, several).flatMap(part -> part);
    }

    /** One word of each kind that the leaves treat alike. */
    private List<String> kinds(Asked asked) {
        String none = asked.vocabulary().marks().no();
        Map<List<LeafResult>, String> kinds = new LinkedHashMap<>();
        words(asked)
                .filter(word -> !word.equals(none))
                .forEach(word -> kinds.putIfAbsent(findings(asked, exact(Set.of(word))), word));
        return kinds.values().stream().limit(MOST_KINDS).toList();
    }

    private static Stream<String> words(Asked asked) {
        if (asked.attribute().kind() != AttributeKind.LANGUAGES) {
            return asked.vocabulary().words().keySet().stream();
        }
        Stream<String> named = asked.leaves().stream().flatMap(leaf -> Condition.words(leaf.condition()).stream());
        return Stream.concat(Stream.of(OTHER_LANGUAGE), named);
    }

    private List<LeafResult> findings(Asked asked, Answer.Words words) {
        ClientProfile client = ClientProfile.EMPTY.with(asked.attribute(), words);
        return asked.leaves().stream()
                .map(leaf -> matching.of(leaf, client, asked.transByIdentity()))
                .toList();
    }

    /** What was said, with or without any of the narrower words that it leaves open. */
    private static Stream<Answer.Words> narrowed(Asked asked, Answer.Words said) {
        List<String> narrower = said.words().stream()
                .flatMap(word -> asked.vocabulary().narrower(word).stream())
                .filter(word -> !said.words().contains(word))
                .distinct()
                .limit(MOST_KINDS)
                .toList();
        if (asked.isOneWord()) {
            return Stream.concat(
                    Stream.of(exact(said.words())), narrower.stream().map(word -> exact(Set.of(word))));
        }
        return PossibleAnswers.choices(narrower).map(choice -> {
            Set<String> all = new LinkedHashSet<>(said.words());
            all.addAll(choice);
            return exact(all);
        });
    }

    private static Answer.Words exact(Set<String> words) {
        return new Answer.Words(words, true);
    }
}
