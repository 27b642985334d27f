package org.nowrongdoor.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.nowrongdoor.support.DirectoryForTests.put;
import static org.nowrongdoor.support.Json.json;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.SearchForTests;

/** A name with an okina is found however it is typed, and not as a slip. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class LetterMarksTest {

    private static final String ID = UUID.randomUUID().toString();

    @Test
    void aNameWithAnOkinaIsFoundHoweverItIsTyped() {
        put("/services/" + ID, json("{'name': 'ʻOhanaquil Hoʻomau', 'status': 'active', 'kind': 'service'}"))
                .then()
                .statusCode(201);
        SearchForTests.awaitIndexed();
        for (var q : List.of(
                "ohanaquil",
                "'ohanaquil",
                "’ohanaquil",
                "ʻohanaquil",
                "OHANAQUIL",
                "ohanaquil hoomau",
                "ho'omau ohanaquil")) {
            var page = SearchForTests.search("{\"q\": \"" + q + "\"}");
            assertEquals(ID, page.getString("hits[0].service.id"), q);
            assertNull(page.get("interpreted_as.lenient"), q);
        }
    }
}
