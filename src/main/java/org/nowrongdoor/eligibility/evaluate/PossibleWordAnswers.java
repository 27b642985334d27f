package org.nowrongdoor.eligibility.evaluate;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.eligibility.rule.AttributeKind;
import org.nowrongdoor.eligibility.rule.ClientAttribute;
import org.nowrongdoor.eligibility.rule.Condition;
import org.nowrongdoor.eligibility.rule.Rule;
import org.nowrongdoor.eligibility.rule.Vocabulary;

/** The sets of words that a rule distinguishes. */
final class PossibleWordAnswers {

    // 8: makes 256 subsets; no published rule distinguishes more kinds of words of one attribute
    private static final int MOST_KINDS = 8;

    /** The ISO 639-2 code for "no linguistic content", as a language that no rule names. */
    private static final String OTHER_LANGUAGE = "zxx";

    private final LeafEvaluator matching;

    PossibleWordAnswers(LeafEvaluator matching) {
        this.matching = matching;
    }

    /** An attribute with the leaves that test it, and how the service accepts trans people. */
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
        var single = words(asked).map(word -> exact(Set.of(word)));
        if (asked.isOneWord()) {
            return single;
        }
        var none = asked.vocabulary().marks().no();
        var nothing = Stream.of(exact(none == null ? Set.of() : Set.of(none)));
        var several = Stream.of(asked)
                .flatMap(one -> PossibleAnswers.choices(kinds(one)))
                .filter(choice -> choice.size() > 1)
                .map(PossibleWordAnswers::exact);
        return Stream.of(nothing, single, several).flatMap(part -> part);
    }

    /** One word of each kind that the leaves distinguish. */
    private List<String> kinds(Asked asked) {
        var none = asked.vocabulary().marks().no();
        var kinds = new LinkedHashMap<List<LeafResult>, String>();
        words(asked)
                .filter(word -> !word.equals(none))
                .forEach(word -> kinds.putIfAbsent(findings(asked, exact(Set.of(word))), word));
        return kinds.values().stream().limit(MOST_KINDS).toList();
    }

    private static Stream<String> words(Asked asked) {
        if (asked.attribute().kind() != AttributeKind.LANGUAGES) {
            return asked.vocabulary().words().keySet().stream();
        }
        var named = asked.leaves().stream().flatMap(leaf -> Condition.words(leaf.condition()).stream());
        return Stream.concat(Stream.of(OTHER_LANGUAGE), named);
    }

    private List<LeafResult> findings(Asked asked, Answer.Words words) {
        var client = ClientProfile.EMPTY.with(asked.attribute(), words);
        return asked.leaves().stream()
                .map(leaf -> matching.of(leaf, client, asked.transByIdentity()))
                .toList();
    }

    /** What the client said, alone and with the narrower words that it leaves open. */
    private static Stream<Answer.Words> narrowed(Asked asked, Answer.Words said) {
        var narrower = said.words().stream()
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
            var all = new LinkedHashSet<>(said.words());
            all.addAll(choice);
            return exact(all);
        });
    }

    private static Answer.Words exact(Set<String> words) {
        return new Answer.Words(words, true);
    }
}
