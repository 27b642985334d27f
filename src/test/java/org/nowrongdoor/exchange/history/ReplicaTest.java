package org.nowrongdoor.exchange.history;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.DirectoryForTests.editor;
import static org.nowrongdoor.support.DirectoryForTests.put;
import static org.nowrongdoor.support.DirectoryForTests.replace;
import static org.nowrongdoor.support.DirectoryForTests.service;
import static org.nowrongdoor.support.Json.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.FeedForTests;

/** The clients of the guide to replicas, as they are printed there. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ReplicaTest {

    private static final Path CLIENTS = Path.of("src/docs/replica");

    @TempDir
    static Path work;

    private static URLClassLoader loader;

    private final UUID id = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private final UUID owner = new UUID(7, id.getLeastSignificantBits());

    @Inject
    ObjectMapper mapper;

    @BeforeAll
    static void compile() throws IOException {
        var classes = Files.createDirectories(work.resolve("classes"));
        var jackson = ObjectMapper.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath();
        var all = jackson + System.getProperty("path.separator") + System.getProperty("java.class.path");
        int fault = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-cp",
                        all,
                        "-d",
                        classes.toString(),
                        CLIENTS.resolve("Replica.java").toString());
        assertEquals(0, fault, "the client does not compile");
        loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, ObjectMapper.class.getClassLoader());
    }

    @AfterAll
    static void close() throws IOException {
        loader.close();
    }

    private static void java(Path copy) throws Exception {
        loader.loadClass("Replica").getMethod("main", String[].class).invoke(null, (Object)
                new String[] {RestAssured.baseURI + ":" + RestAssured.port, copy.toString(), "once"});
    }

    @Test
    void theClientKeepsACopyThatIsAsGetShowsIt() throws Exception {
        var copy = work.resolve("java");
        put("/services/" + id, service(id, json("'alert': 'One',")));
        put("/services/" + other, service(other, json("'location_policy': 'confidential',")));
        java(copy);
        assertCopied(copy, "service", id);
        assertCopied(copy, "service", other);
        assertCopied(copy, "organization", owner);

        var feed = FeedForTests.fromHead();
        editor().contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"description\": \"Other words\"}")
                .patch("/organizations/" + owner)
                .then()
                .statusCode(200);
        editor().header("If-Match", "*").delete("/services/" + other);
        feed.await("upsert /organizations/" + owner, "upsert /services/" + id, "delete /services/" + other);
        java(copy);
        assertCopied(copy, "service", id);
        assertTrue(Files.readString(file(copy, "service", id)).contains("Other words"));
        assertCopied(copy, "organization", owner);
        assertFalse(Files.exists(file(copy, "service", other)));
    }

    @Test
    void theClientBeginsAgainWhereItsPlaceIsNotKnown() throws Exception {
        var copy = work.resolve("again");
        put("/services/" + id, service(id, ""));
        java(copy);
        Files.writeString(copy.resolve("cursor"), "100000");
        Files.writeString(file(copy, "service", other), "{}");
        replace("/services/" + id, service(id, json("'alert': 'Two',")));
        java(copy);
        assertCopied(copy, "service", id);
        assertFalse(Files.exists(file(copy, "service", other)), "what is gone stays in the copy");
    }

    @Test
    void noClientIsLongerThanItsGuideSays() throws IOException {
        for (var client : List.of("Replica.java", "replica.py", "replica.ts")) {
            var lines = Files.readAllLines(CLIENTS.resolve(client)).size();
            assertTrue(lines <= 70, client + " has " + lines + " lines");
        }
    }

    private void assertCopied(Path copy, String entity, UUID record) throws IOException {
        var shown = given().get(FeedForTests.path(entity) + "/" + record).asString();
        assertEquals(mapper.readTree(shown), mapper.readTree(Files.readString(file(copy, entity, record))));
    }

    private static Path file(Path copy, String entity, UUID record) {
        return copy.resolve(entity).resolve(record + ".json");
    }
}
