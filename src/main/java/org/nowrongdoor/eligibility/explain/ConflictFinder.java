package org.nowrongdoor.eligibility.explain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nowrongdoor.eligibility.evaluate.ClientProfile;
import org.nowrongdoor.eligibility.evaluate.LeafEvaluator;
import org.nowrongdoor.eligibility.evaluate.LeafResult;
import org.nowrongdoor.eligibility.evaluate.UnknownTo;
import org.nowrongdoor.eligibility.evaluate.Verdict;
import org.nowrongdoor.eligibility.rule.CatalogueReader;
import org.nowrongdoor.eligibility.rule.ConflictRule;
import org.nowrongdoor.eligibility.rule.FactCode;
import org.nowrongdoor.eligibility.rule.Kleene;
import org.nowrongdoor.eligibility.rule.RegionContainment;
import org.nowrongdoor.eligibility.rule.Rule;

/** Finds what a client said that contradicts a condition of a service, and says so in the match. */
public final class ConflictFinder {

    private static final List<ConflictRule> RULES = new CatalogueReader("conflicts.json").conflicts();

    private final LeafEvaluator matching;
    private final RegionContainment regions;

    public ConflictFinder(RegionContainment regions) {
        this.regions = regions;
        matching = new LeafEvaluator(regions);
    }

    /** The conflicts, at most one for a condition.
     *  @param conditions codes of the facts that ask something of the client, with the words about them */
    public List<Conflict> find(Map<String, Optional<String>> conditions, ClientProfile client, Locale locale) {
        var conflicts = new ArrayList<Conflict>();
        if (client.saysNothing()) {
            return conflicts;
        }
        var told = new HashSet<FactCode>();
        for (var rule : RULES) {
            var words = conditions.get(rule.fact().code());
            if (words != null && contradicts(rule, client) && told.add(rule.fact())) {
                conflicts.add(new Conflict(
                        rule.fact().code(),
                        rule.when().attribute().code(),
                        rule.text().in(locale),
                        words.orElse(null)));
            }
        }
        return conflicts;
    }

    private boolean contradicts(ConflictRule rule, ClientProfile client) {
        var unless = rule.unless();
        return says(rule.when(), client) && (unless == null || !says(unless, client));
    }

    private boolean says(Rule.Leaf leaf, ClientProfile client) {
        return matching.of(leaf, client, false) == LeafResult.MET;
    }

    /** A match with its conflicts. The provider decides on what would have fitted; nothing else changes, and no answer of
     *  the client settles it. */
    public Match told(Match match, List<Conflict> conflicts, Locale locale) {
        if (conflicts.isEmpty()) {
            return match;
        }
        var verdict = match.verdict() == Verdict.ELIGIBLE ? Verdict.UNKNOWN : match.verdict();
        var sentences = new ReasonFormatter(locale, regions);
        var reasons = new ArrayList<>(match.reasons());
        var firstMet = (int) reasons.stream()
                .takeWhile(reason -> reason.outcome() != Kleene.MET)
                .count();
        var questions = new ArrayList<>(match.questions());
        for (var conflict : conflicts) {
            var entry = FactCode.find(conflict.code()).orElseThrow().entry();
            reasons.add(
                    firstMet++,
                    new Reason(
                            conflict.attribute(),
                            Kleene.UNKNOWN,
                            UnknownTo.PROVIDER_DECIDES,
                            conflict.asStated(),
                            null,
                            entry.labels().in(locale) + ". " + sentences.phrase("provider_decides")));
            if (verdict == Verdict.UNKNOWN) {
                questions.add(new Question(
                        conflict.attribute(),
                        Question.Ask.PROVIDER,
                        entry.question().in(locale)));
            }
        }
        return new Match(verdict, List.copyOf(conflicts), List.copyOf(reasons), List.copyOf(questions), Set.of());
    }
}
