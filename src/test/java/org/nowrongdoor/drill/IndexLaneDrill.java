package org.nowrongdoor.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.search.indexer.Indexer;
import org.nowrongdoor.storage.ChangeLog;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.DirectoryForTests;
import org.nowrongdoor.support.PoisonForTests;
import org.nowrongdoor.support.SearchForTests;

/** What is withheld while an import waits to be indexed is withheld within seconds. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class IndexLaneDrill {

    private static final int SERVICES = 2_000;
    private static final int ROUNDS = 50;
    private static final Duration SOON = Duration.ofSeconds(5);

    @Inject
    PoisonForTests poison;

    @Inject
    Indexer indexer;

    @Inject
    ChangeLog log;

    @Test
    void aRedactionOvertakesAnImport() throws InterruptedException {
        var lines = new ArrayList<String>();
        var ids = new ArrayList<UUID>();
        for (int i = 0; i < SERVICES; i++) {
            ids.add(new UUID(1717, i));
            lines.add(service(ids.get(i), "Waiting number " + i));
        }
        SearchForTests.importAll(lines);
        SearchForTests.search("{\"q\": \"the first search reads the words, which has nothing to do with the import\"}");
        for (int round = 0; round < ROUNDS; round++) {
            poison.touch(ids);
        }
        var site = ids.get(SERVICES - 1);
        long behind = log.head();
        DirectoryForTests.editor()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"location_policy\": \"confidential\", \"alert\": \"Withheld\"}")
                .patch("/services/" + site)
                .then()
                .statusCode(200);
        long begin = System.nanoTime();
        while (!"confidential".equals(policy(site)) && System.nanoTime() - begin < SOON.toNanos()) {
            Thread.sleep(20);
        }
        assertEquals("confidential", policy(site));
        assertTrue(indexer.position() < behind, "the import was over already, which proves nothing");
    }

    /** Empty while the server has too much to do to answer. */
    private static String policy(UUID id) {
        var answer = RestAssured.given()
                .contentType("application/json")
                .body("{\"q\": \"Waiting number %d\"}".formatted(SERVICES - 1))
                .post("/search");
        return answer.statusCode() == 503
                ? ""
                : answer.jsonPath().getString("hits.find { it.service.id == '" + id + "' }.service.location_policy");
    }

    private static String service(UUID id, String name) {
        return DirectoryForTests.service(id, """
                        "location_policy": "public", "phones": [{"number": "612-555-0199", "type": "voice"}],
                        "service_areas": [{"extent": "27", "extent_type": "text"}],""").replace("Open Door", name);
    }
}
