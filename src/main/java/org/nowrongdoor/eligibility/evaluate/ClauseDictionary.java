package org.nowrongdoor.eligibility.evaluate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.eligibility.rule.Kleene;
import org.nowrongdoor.eligibility.rule.RegionContainment;

/** The distinct clauses of all services. Each distinct test is evaluated once for a client, however many clauses and
 *  services share it. Safe for many threads: readers see one complete edition while the next is built. */
public final class ClauseDictionary {

    private final RuleEvaluator evaluation;
    private final Map<String, Clause> clauses = new HashMap<>();
    private volatile @Nullable Edition edition;

    public ClauseDictionary(RegionContainment regions) {
        evaluation = new RuleEvaluator(regions);
    }

    /** A snapshot of the clauses, each as the ordinals of its tests. */
    private static final class Edition {
        private final List<NnfRule> tests = new ArrayList<>();
        private final List<String> keys = new ArrayList<>();
        private final List<int[]> testsOfClause = new ArrayList<>();
        private final Map<String, Integer> numbers = new HashMap<>();

        private Edition(Collection<Clause> clauses) {
            for (var clause : clauses) {
                keys.add(clause.key());
                testsOfClause.add(
                        clause.literals().stream().mapToInt(this::number).toArray());
            }
        }

        private int number(Clause.Literal literal) {
            return numbers.computeIfAbsent(literal.key(), key -> {
                tests.add(NnfRule.of(literal.rule()));
                return tests.size() - 1;
            });
        }
    }

    /** Adds clauses; those already known change nothing. */
    public synchronized void learn(Collection<Clause> more) {
        for (var clause : more) {
            if (clauses.putIfAbsent(clause.key(), clause) == null) {
                edition = null;
            }
        }
    }

    public synchronized int size() {
        return clauses.size();
    }

    /** Keys of the clauses that a client fails; a service with any of them cannot help this client. */
    public List<String> failed(ClientProfile client) {
        var current = edition();
        var person = new RuleEvaluator.Person(client, false);
        var failed = new boolean[current.tests.size()];
        for (var i = 0; i < failed.length; i++) {
            failed[i] = evaluation.outcome(current.tests.get(i), person) == Kleene.FAILED;
        }
        var keys = new ArrayList<String>();
        for (var i = 0; i < current.keys.size(); i++) {
            if (allFailed(current.testsOfClause.get(i), failed)) {
                keys.add(current.keys.get(i));
            }
        }
        return keys;
    }

    private static boolean allFailed(int[] tests, boolean[] failed) {
        for (var test : tests) {
            if (!failed[test]) {
                return false;
            }
        }
        return true;
    }

    /** The current edition, built on demand, so that adding clauses one by one copies nothing. */
    private Edition edition() {
        var current = edition;
        return current == null ? newEdition() : current;
    }

    private synchronized Edition newEdition() {
        var made = new Edition(clauses.values());
        edition = made;
        return made;
    }
}
