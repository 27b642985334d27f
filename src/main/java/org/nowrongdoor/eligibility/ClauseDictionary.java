package org.nowrongdoor.eligibility;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The distinct clauses of every service. A client is put to each distinct test once, however many clauses and services
 * share it. Safe for many threads: readers see one finished edition while the next is made.
 */
public final class ClauseDictionary {

    private final Evaluation evaluation;
    private final Map<String, Clause> clauses = new HashMap<>();
    private volatile @Nullable Edition edition;

    public ClauseDictionary(Regions regions) {
        evaluation = new Evaluation(regions);
    }

    /** A clause by the numbers of its tests. */
    private record Entry(String key, int[] tests) {}

    private record Edition(List<Entry> entries, List<Signed> tests) {}

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
        Evaluation.Person person = new Evaluation.Person(client, false);
        boolean[] failed = new boolean[current.tests().size()];
        for (int i = 0; i < failed.length; i++) {
            failed[i] = evaluation.outcome(current.tests().get(i), person) == Kleene.FAILED;
        }
        List<String> keys = new ArrayList<>();
        for (Entry entry : current.entries()) {
            if (allFailed(entry.tests(), failed)) {
                keys.add(entry.key());
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
        Map<String, Integer> numbers = new HashMap<>();
        List<Signed> tests = new ArrayList<>();
        List<Entry> entries = new ArrayList<>();
        for (Clause clause : clauses.values()) {
            entries.add(new Entry(
                    clause.key(),
                    clause.literals().stream()
                            .mapToInt(literal -> numbers.computeIfAbsent(literal.key(), key -> {
                                tests.add(Signed.of(literal.rule()));
                                return tests.size() - 1;
                            }))
                            .toArray()));
        }
        Edition made = new Edition(entries, tests);
        edition = made;
        return made;
    }
}
