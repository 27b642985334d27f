package org.nowrongdoor.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.nowrongdoor.support.DirectoryForTests.put;
import static org.nowrongdoor.support.Json.json;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.SearchForTests;

/** A name with an okina is found however it is typed, and not as a slip. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class LetterMarksTest {

    private static final String ID = UUID.randomUUID().toString();

    @BeforeAll
    static void stored() {
        put("/services/" + ID, json("{'name': 'ʻOhanaquil Hoʻomau', 'status': 'active', 'kind': 'service'}"))
                .then()
                .statusCode(201);
        SearchForTests.awaitIndexed();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ohanaquil",
                "'ohanaquil",
                "’ohanaquil",
                "ʻohanaquil",
                "OHANAQUIL",
                "ohanaquil hoomau",
                "ho'omau ohanaquil"
            })
    void aNameWithAnOkinaIsFoundHoweverItIsTyped(String q) {
        var page = SearchForTests.search(json("{'q': '%s'}", q.replace("'", "\\u0027")));
        assertEquals(ID, page.getString("hits[0].service.id"), q);
        assertNull(page.get("interpreted_as.lenient"), q);
    }
}
