package org.nowrongdoor.support;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** What the tests of this room do again and again. */
public final class DirectoryForTests {

    private static final Pattern GOES_ON = Pattern.compile("\"status\"\\s*:\\s*\"(?:queued|running)\"");

    private DirectoryForTests() {}

    /** A request with a key that may edit. */
    public static RequestSpecification editor() {
        return given().header("Authorization", "Bearer nwd_admin-of-the-tests");
    }

    public static Response put(String path, Object body) {
        return editor().contentType("application/json").body(body).put(path);
    }

    public static Response replace(String path, Object body) {
        return editor().contentType("application/json")
                .header("If-Match", "*")
                .body(body)
                .put(path);
    }

    public static Response replaceOrPut(String path, Object body) {
        var put = put(path, body);
        return put.statusCode() == 428 ? replace(path, body) : put;
    }

    public static Response importLines(String query, String lines) {
        return ended(editor().contentType("application/x-ndjson")
                .body(lines.getBytes(StandardCharsets.UTF_8))
                .post("/imports" + query));
    }

    public static Response importJson(String query, String json) {
        // As bytes: REST Assured writes JSON out, and its depth with it.
        return ended(editor().contentType("application/json")
                .body(json.getBytes(StandardCharsets.UTF_8))
                .post("/imports" + query));
    }

    /** Whether an import, as it is told of, has not ended. */
    static boolean goesOn(String run) {
        return GOES_ON.matcher(run).find();
    }

    /** The import once it has ended. */
    public static Response ended(Response accepted) {
        accepted.then().statusCode(202);
        var until = Instant.now().plus(Duration.ofSeconds(60));
        while (Instant.now().isBefore(until)) {
            var run = editor().get(accepted.header("Location"));
            // Read as text: each path costs REST Assured a compiled script.
            if (!goesOn(run.asString())) {
                return run;
            }
            LockSupport.parkNanos(10_000_000);
        }
        throw new AssertionError("the import did not end");
    }

    public static String service(UUID id, String more) {
        return """
                {"id": "%s", "name": "Open Door", "status": "active", %s
                 "organization": {"id": "%s", "name": "Doors", "description": "Doors for everyone"}}""".formatted(id, more, new UUID(7, id.getLeastSignificantBits()))
                .replace("\n", " ");
    }
}
