package org.nowrongdoor.exchange.upload;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.DirectoryForTests.editor;
import static org.nowrongdoor.support.DirectoryForTests.ended;
import static org.nowrongdoor.support.DirectoryForTests.importLines;
import static org.nowrongdoor.support.DirectoryForTests.service;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.SmallServer;

@QuarkusTest
@TestProfile(SmallServer.class)
@QuarkusTestResource(PostgresForTests.class)
class UploadTest {

    @ConfigProperty(name = "directory.data")
    Path data;

    @Test
    void ofFiveFilesAtOnceOneIsSentAway() throws IOException {
        try (var files = new SentFiles(RestAssured.port)) {
            for (int i = 0; i < 5; i++) {
                files.begin().chunk();
            }
            var refused = files.awaitAnswered();
            var answer = refused.answer();
            assertTrue(answer.startsWith("HTTP/1.1 503") && answer.contains("Retry-After: "), answer);
            for (var file : files.all()) {
                if (file != refused) {
                    assertTrue(file.end().answer().startsWith("HTTP/1.1 202"), "one of four");
                }
            }
        }
        importLines("", service(UUID.randomUUID(), "")).then().body("status", equalTo("completed"));
    }

    @Test
    void dropsKeepNoOneOutAndAreCutOff() throws IOException {
        try (var files = new SentFiles(RestAssured.port)) {
            for (int i = 0; i < 210; i++) {
                files.begin().drop();
            }
            given().get("/services").then().statusCode(200);
            var answers = files.answers();
            assertTrue(answers.stream().anyMatch(one -> one.startsWith("HTTP/1.1 408")), "none is cut off");
            var many = answers.stream()
                    .map(one -> one.toLowerCase(Locale.ROOT))
                    .filter(one -> one.startsWith("http/1.1 429") && one.contains("retry-after: "))
                    .count();
            assertTrue(many > 100, many + " of 210 are too many");
        }
        importLines("", service(UUID.randomUUID(), "")).then().body("status", equalTo("completed"));
    }

    @Test
    void aFileThatStopsHalfWayIsCutOffAndLeavesNothing() throws IOException {
        try (var files = new SentFiles(RestAssured.port)) {
            var file = files.begin().chunk().chunk();
            assertTrue(file.answer().startsWith("HTTP/1.1 408"), "stopped");
        }
        try (var left = Files.list(data.resolve("imports"))) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void aFileLargerThanAllowedIsRefusedWhileItComes() throws IOException {
        try (var files = new SentFiles(RestAssured.port)) {
            var file = files.begin();
            for (int i = 0; i < 17; i++) {
                file.chunk();
            }
            var answer = file.answer();
            assertTrue(answer.startsWith("HTTP/1.1 413") && answer.contains("1048576"), answer);
        }
    }

    @Test
    void filesThatTogetherNeedMoreThanIsHeldAreRefused() throws IOException {
        try (var files = new SentFiles(RestAssured.port)) {
            for (int i = 0; i < 3; i++) {
                var file = files.begin();
                for (int chunk = 0; chunk < 12; chunk++) {
                    file.chunk();
                }
            }
            assertTrue(files.answers().stream().anyMatch(answer -> answer.startsWith("HTTP/1.1 507")), "room for all");
        }
    }

    @Test
    void aPackedFileIsRefused() {
        editor().contentType("application/x-ndjson")
                .header("Content-Encoding", "gzip")
                .body(new byte[] {0x1f, (byte) 0x8b, 8, 0})
                .post("/imports")
                .then()
                .statusCode(415)
                .body("detail", containsString("Content-Encoding"));
    }

    @Test
    void aFormHasFewPartsAndShortHeaders() {
        var part = "--b\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\n1\r\n";
        form(part.repeat(101) + "--b--\r\n").then().statusCode(400).body("detail", containsString("100 parts"));
        form("--b\r\n" + "A: b\r\n".repeat(10_000) + "\r\n1\r\n--b--")
                .then()
                .statusCode(400)
                .body("detail", containsString("16384"));
        form(part + "--b--\r\n").then().statusCode(400).body("detail", containsString("called file"));
        form(part + "--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n")
                .then()
                .statusCode(400)
                .body("detail", containsString("whole"));
    }

    @Test
    void whatAKilledProcessLeftIsRemovedAtStart() throws IOException {
        var folder = Files.createDirectories(data.resolve("imports"));
        var left = Files.writeString(folder.resolve("x.upload"), "1 Main Street");
        UploadBuffer.removeLeftovers(folder);
        assertTrue(Files.notExists(left));
    }

    @Test
    void anEmptyFileIsAnImportOfNothing() {
        ended(editor().contentType("application/x-ndjson").body(new byte[0]).post("/imports"))
                .then()
                .body("status", equalTo("completed"))
                .body("totals.read", equalTo(0))
                .body("detail", not(equalTo("")));
    }

    private static Response form(String body) {
        return editor().contentType("multipart/form-data; boundary=b")
                .body(body.getBytes(StandardCharsets.ISO_8859_1))
                .post("/imports");
    }
}
