package org.nowrongdoor.eligibility.evaluate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.eligibility.rule.Kleene;
import org.nowrongdoor.eligibility.rule.RegionContainment;

/**
 * The distinct clauses of every service. A client is put to each distinct test once, however many clauses and services
 * share it. Safe for many threads: readers see one finished edition while the next is made.
 */
public final class ClauseDictionary {

    private final RuleEvaluator evaluation;
    private final Map<String, Clause> clauses = new HashMap<>();
    private volatile @Nullable Edition edition;

    public ClauseDictionary(RegionContainment regions) {
        evaluation = new RuleEvaluator(regions);
    }

    /** The clauses at one moment, each by the numbers of its tests. */
    private static final class Edition {
        private final List<NnfRule> tests = new ArrayList<>();
        private final List<String> keys = new ArrayList<>();
        private final List<int[]> testsOfClause = new ArrayList<>();
        private final Map<String, Integer> numbers = new HashMap<>();

        private Edition(Collection<Clause> clauses) {
            for (Clause clause : clauses) {
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

    /** Takes in clauses; those it knows already change nothing. */
    public synchronized void learn(Collection<Clause> more) {
        for (Clause clause : more) {
            if (clauses.putIfAbsent(clause.key(), clause) == null) {
                edition = null;
            }
        }
    }

    /** Forgets every clause that no service carries any more. */
    public synchronized void keepOnly(Set<String> keys) {
        if (clauses.keySet().retainAll(keys)) {
            edition = null;
        }
    }

    public synchronized int size() {
        return clauses.size();
    }

    /** The keys of the clauses that a client fails; a service that carries one of them cannot help this client. */
    public List<String> failed(ClientProfile client) {
        Edition current = edition();
        RuleEvaluator.Person person = new RuleEvaluator.Person(client, false);
        boolean[] failed = new boolean[current.tests.size()];
        for (int i = 0; i < failed.length; i++) {
            failed[i] = evaluation.outcome(current.tests.get(i), person) == Kleene.FAILED;
        }
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < current.keys.size(); i++) {
            if (allFailed(current.testsOfClause.get(i), failed)) {
                keys.add(current.keys.get(i));
            }
        }
        return keys;
    }

    private static boolean allFailed(int[] tests, boolean[] failed) {
        for (int test : tests) {
            if (!failed[test]) {
                return false;
            }
        }
        return true;
    }

    /** Made when it is asked for, so that learning many clauses one by one copies nothing. */
    private Edition edition() {
        Edition current = edition;
        return current == null ? newEdition() : current;
    }

    private synchronized Edition newEdition() {
        Edition made = new Edition(clauses.values());
        edition = made;
        return made;
    }
}
