package org.nowrongdoor.eligibility.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.eligibility.rule.FactCode;
import org.nowrongdoor.eligibility.rule.Rule;
import org.nowrongdoor.support.EligibilityForTests;

class ClausesTest {

    private static List<String> keys(String rule) {
        return Clauses.of(EligibilityForTests.terms(rule)).stream()
                .map(Clause::key)
                .toList();
    }

    @Test
    void theProvidersWordsAndTheirOrderMakeNoDifference() {
        assertEquals(
                keys(
                        "{'attribute':'gender','in':['woman','two_spirit'],'as_stated':'x','reason':'law','source_url':'https://law.example'}"),
                keys("{'attribute':'gender','in':['two_spirit','woman','woman']}"));
        assertEquals(
                keys("{'any_of':[{'attribute':'veteran','is':true},{'attribute':'age','min':60}]}"),
                keys("{'not':{'all_of':[{'not':{'attribute':'age','min':60.0}},{'attribute':'veteran','is':false}]}}"));
    }

    @Test
    void aKeyStaysTheSameForEver() {
        assertEquals(List.of("Y7_8CRVXq0rt_49yrgEsgg"), keys("{'attribute':'age','min':18}"));
    }

    @Test
    void bothEndsOfARangeAreSharedApart() {
        assertTrue(keys("{'attribute':'age','min':18,'max':24}").containsAll(keys("{'attribute':'age','min':18}")));
        assertEquals(2, keys("{'attribute':'age','min':18,'max':24}").size());
    }

    @Test
    void whatNobodyCanFailIsLeftOut() {
        assertEquals(List.of(), Clauses.of(ServiceTerms.of(null)));
        assertEquals(List.of(), keys("{'all_of':[]}"));
        assertEquals(List.of(), keys("{'attribute':'age','min':18,'strength':'priority'}"));
        assertEquals(
                List.of(),
                keys("{'any_of':[{'attribute':'age','min':18},{'attribute':'age','strength':'discretion'}]}"));
    }

    @Test
    void aClauseThatAnotherImpliesIsLeftOut() {
        assertEquals(
                keys("{'attribute':'age','min':18}"),
                keys("{'all_of':[{'attribute':'age','min':18},"
                        + "{'any_of':[{'attribute':'veteran','is':true},{'attribute':'age','min':18}]}]}"));
    }

    @Test
    void takingTransWomenByIdentityIsPartOfTheClause() {
        Rule women = EligibilityForTests.rule("{'attribute':'gender','in':['woman']}");
        List<Clause> open = Clauses.of(new ServiceTerms(women, Map.of(FactCode.TRANS_INCLUSIVE, "by_identity")));
        List<Clause> unsaid = Clauses.of(ServiceTerms.of(women));
        assertNotEquals(open.get(0).key(), unsaid.get(0).key());
        assertEquals(
                keys("{'attribute':'gender','in':['woman','trans_woman']}"),
                List.of(open.get(0).key()));
    }

    @Test
    void aRuleTooLargeForTheNormalFormIsOneClause() {
        String pair = "{'all_of':[{'attribute':'age','min':%d},{'attribute':'sober_days','min':%d}]}";
        String rule = IntStream.range(0, 12)
                .mapToObj(i -> pair.formatted(i + 1, 30 * (12 - i)))
                .collect(Collectors.joining(",", "{'any_of':[", "]}"));
        List<Clause> clauses = Clauses.of(EligibilityForTests.terms(rule));
        assertEquals(1, clauses.size());
        assertEquals(1, clauses.get(0).literals().size());
        ClauseDictionary dictionary = new ClauseDictionary(EligibilityForTests.REGIONS);
        dictionary.learn(clauses);
        assertEquals(
                List.of(clauses.get(0).key()),
                dictionary.failed(EligibilityForTests.client("{'age': 3, 'sober_days': 20}")));
        assertEquals(List.of(), dictionary.failed(EligibilityForTests.client("{'age': 3, 'sober_days': 300}")));
    }

    @Test
    void aClientWhoSaysNothingFailsNothing() {
        ClauseDictionary dictionary = new ClauseDictionary(EligibilityForTests.REGIONS);
        EligibilityForTests.file("published-rules.json")
                .forEach(rule -> dictionary.learn(Clauses.of(ServiceTerms.of(EligibilityForTests.rule(rule)))));
        assertTrue(dictionary.size() > 20);
        assertEquals(List.of(), dictionary.failed(ClientProfile.EMPTY));
    }

    @Test
    void whatWasLearntIsSeenAtOnceWhoeverElseIsLearning() throws InterruptedException, ExecutionException {
        ClauseDictionary dictionary = new ClauseDictionary(EligibilityForTests.REGIONS);
        ClientProfile child = EligibilityForTests.client("{'age': 0}");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Boolean>> seen = IntStream.rangeClosed(1, 120)
                    .mapToObj(age -> threads.submit(() -> {
                        List<Clause> clauses =
                                Clauses.of(EligibilityForTests.terms("{'attribute':'age','min':" + age + "}"));
                        dictionary.learn(clauses);
                        return dictionary.failed(child).contains(clauses.get(0).key());
                    }))
                    .toList();
            for (Future<Boolean> one : seen) {
                assertTrue(one.get());
            }
        } finally {
            threads.shutdown();
        }
        assertEquals(120, dictionary.size());
    }
}
