package org.nowrongdoor.seed;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.exchange.imports.SeedImport;
import org.nowrongdoor.storage.postgres.PostgresForTests;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class SeedTest {

    @Inject
    SeedImport loading;

    @Test
    void everyPackagedRecordIsTakenAndKeptTheSecondTime() throws IOException {
        try (var files = Files.list(Path.of("seed-data/services"))) {
            for (var file : files.sorted().toList()) {
                try (var first = Files.newInputStream(file);
                        var second = Files.newInputStream(file)) {
                    var totals = loading.load(file.toString(), first);
                    assertEquals(0, totals.refused(), file.toString());
                    assertTrue(totals.added() > 0, file.toString());
                    assertEquals(0, totals.redacted(), () -> file + " holds what must not be stored");
                    assertEquals(
                            totals.read(), loading.load(file.toString(), second).unchanged(), file.toString());
                }
            }
        }
        given().get("/services/53fd5032-3251-5ad9-8a0f-616bfea350b8")
                .then()
                .statusCode(200)
                .body("kind", equalTo("navigator"));
    }
}
