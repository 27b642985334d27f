package org.nowrongdoor.http;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.Json.json;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.postgres.PostgresForTests;

/** On a directory of its own: what gets through here is nothing that another test should find. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(FuzzDrill.OfItsOwn.class)
class FuzzDrill {

    /** Sets the server of this test apart from that of others. */
    public static class OfItsOwn implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            PemPair.write("first");
            return Map.of(
                    "directory.http.max-parameters",
                    "101",
                    "quarkus.http.test-ssl-port",
                    "0",
                    "quarkus.http.ssl.certificate.files",
                    PemPair.CERTIFICATE.toString(),
                    "quarkus.http.ssl.certificate.key-files",
                    PemPair.KEY.toString());
        }
    }

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void nothingThatAnybodySendsBreaksTheServer() throws Exception {
        var shots = Fuzz.from(given().get("/q/openapi?format=json").asString());
        var faults = new TreeMap<String, String>();
        store();
        for (var shot : shots) {
            var answer = fire(shot);
            var status = answer.statusCode();
            if (status == 204) {
                store();
            }
            if (status >= 500) {
                faults.putIfAbsent(status + " " + shot.door(), shot.toString());
            } else if (status >= 400 && !isProblem(answer)) {
                faults.putIfAbsent("no problem in " + status + " " + shot.door(), shot.toString());
            } else if (status < 400 && !shot.named().contains(String.valueOf(status))) {
                faults.putIfAbsent("unnamed " + status + " " + shot.door(), shot.toString());
            }
        }
        assertTrue(shots.size() > 5000, "only " + shots.size() + " requests");
        assertEquals(Map.of(), faults);
    }

    /** Something to edit, so that an edit gets further than the question whether there is anything. */
    private static void store() {
        for (var record : Map.of(
                        "organizations", json("'name':'Fuzz','description':'d'"),
                        "services", json("'name':'Fuzz','status':'active'"),
                        "locations", json("'location_type':'virtual'"))
                .entrySet()) {
            given().header("Authorization", "Bearer nwd_admin-of-the-tests")
                    .header("If-Match", "*")
                    .contentType("application/json")
                    .body("{" + record.getValue() + "}")
                    .put("/" + record.getKey() + "/" + Fuzz.ID);
        }
    }

    private HttpResponse<String> fire(Fuzz.Shot shot) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + shot.path()))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer nwd_admin-of-the-tests")
                .header("If-Match", "*")
                .method(shot.method(), shot.body().map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody));
        if (shot.body().isPresent()) {
            request.header("Content-Type", shot.mediaType());
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static boolean isProblem(HttpResponse<String> answer) {
        var type = answer.headers().firstValue("Content-Type").orElse("");
        return (type.startsWith("application/problem+json") && answer.body().contains(json("'type':'/problems/")))
                || (type.startsWith("application/fhir+json")
                        && answer.body().contains(json("'resourceType':'OperationOutcome'")))
                // The pages that a person opens in a browser are told there what is wrong.
                || (type.startsWith("text/html") && answer.uri().getPath().matches("(?s).*/(page|statement)"));
    }
}
