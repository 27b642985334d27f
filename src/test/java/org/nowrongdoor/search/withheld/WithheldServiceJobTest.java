package org.nowrongdoor.search.withheld;

import static io.restassured.RestAssured.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.Json.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.search.mapper.pojo.standalone.mapping.CloseableSearchMapping;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.search.engine.HitFinder;
import org.nowrongdoor.search.engine.QueryHitFinder;
import org.nowrongdoor.search.model.RequestFaults;
import org.nowrongdoor.search.model.SearchRequest;
import org.nowrongdoor.search.query.QueryReader;
import org.nowrongdoor.storage.ChangeKind;
import org.nowrongdoor.storage.ChangeLog;
import org.nowrongdoor.storage.ChangedEntity;
import org.nowrongdoor.storage.NewChange;
import org.nowrongdoor.storage.ToldLess;
import org.nowrongdoor.storage.WithheldServices;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.DirectoryForTests;
import org.nowrongdoor.support.SearchForTests;

/** A service is found again when its document was made again, not when the index says that it has passed the change. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class WithheldServiceJobTest {

    private static final String NAME = "Passedoverhouse";
    private static final UUID ID = new UUID(77, 1);

    @Inject
    WithheldServices services;

    @Inject
    WithheldServiceJob job;

    @Inject
    ChangeLog log;

    @Inject
    QueryReader reader;

    @Inject
    ObjectMapper mapper;

    @Inject
    CloseableSearchMapping mapping;

    @Inject
    HitFinder walked;

    @Inject
    OutdatedDocumentFinder outdated;

    private static void store(String said) {
        var stored = DirectoryForTests.replaceOrPut("/services/" + ID, json("""
                {'id': '%s', 'name': '%s', 'status': 'active', 'description': '%s', 'service_areas': [{'name': 'Minnesota', 'extent': 'MN', 'extent_type': 'text'}],
                 'phones': [{'number': '612-555-0177', 'type': 'voice'}],
                 'attributes': [{'link_type': 'service_type', 'taxonomy_term': {'code': 'shelter.emergency'}}]}""", ID, NAME, said));
        assertTrue(stored.statusCode() < 300, stored.asString());
        SearchForTests.awaitIndexed();
    }

    /** Withheld with a change for which the index makes no document, as when a record is set aside. */
    private void withholdUnrenewed() {
        QuarkusTransaction.requiringNew().run(() -> {
            log.append(List.of(new NewChange(ChangedEntity.TAXONOMY, UUID.randomUUID(), ChangeKind.UPSERT)));
            services.add(new ToldLess(Set.of(ID), Set.of(), Set.of()));
        });
        SearchForTests.awaitIndexed();
        job.run();
    }

    private static List<String> found() {
        return SearchForTests.search(json("{'q': '%s'}", NAME)).getList("hits.service.id");
    }

    @Test
    void aServiceWhoseDocumentIsNotRenewedStaysWithheldUntilItIs() {
        store("told 1 times");
        assertTrue(found().contains(ID.toString()));
        withholdUnrenewed();
        assertTrue(services.known().containsKey(ID));
        assertFalse(found().contains(ID.toString()));
        assertFalse(get("/suggest?q=" + NAME).asString().contains(ID.toString()));

        store("told 2 times");
        assertTrue(found().contains(ID.toString()), "found as soon as it is renewed");
        job.run();
        assertFalse(services.known().containsKey(ID));
        assertTrue(found().contains(ID.toString()));
    }

    @Test
    void anotherEngineIsAskedForNoneOfThemEither() throws Exception {
        store("told 3 times");
        withholdUnrenewed();
        var asked = new QueryHitFinder(mapping, outdated);
        for (var body : List.of("{'needs': ['shelter.emergency'], 'size': 100}", "{'q': '" + NAME + "'}")) {
            var query = reader.read(mapper.readValue(json(body), SearchRequest.class), new RequestFaults())
                    .query();
            var facets = List.of("need", "region");
            var hits = asked.find(query, 0, facets);
            assertFalse(hits.ids().contains(ID.toString()), body);
            var same = walked.find(query, 0, facets);
            assertEquals(same.ids(), hits.ids());
            assertEquals(same.total(), hits.total());
            assertEquals(same.facets(), hits.facets());
        }
        store("told 4 times");
    }

    @Test
    void aServiceThatIsGoneFromTheIndexIsNoLongerLookedFor() {
        store("told 5 times");
        DirectoryForTests.editor()
                .header("If-Match", "*")
                .delete("/services/" + ID)
                .then()
                .statusCode(204);
        SearchForTests.awaitIndexed();
        job.run();
        assertFalse(services.known().containsKey(ID));
    }
}
