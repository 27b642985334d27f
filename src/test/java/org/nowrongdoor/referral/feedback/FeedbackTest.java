package org.nowrongdoor.referral.feedback;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.nowrongdoor.support.DirectoryForTests.editor;
import static org.nowrongdoor.support.DirectoryForTests.put;
import static org.nowrongdoor.support.DirectoryForTests.service;
import static org.nowrongdoor.support.Json.json;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.postgres.PostgresForTests;

/** A client says how it was, once and unseen; refusals say where they come from, told from eleven up. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class FeedbackTest {

    private final UUID id = UUID.randomUUID();

    @Inject
    DataSource source;

    @BeforeEach
    void store() {
        put("/services/" + id, service(id, "")).then().statusCode(201);
    }

    private Response referred() {
        var sent = editor().contentType("application/json")
                .body(json("{'service_id': '%s'}", id))
                .post("/referrals");
        assertEquals(201, sent.statusCode(), sent.asString());
        return sent;
    }

    private static Response say(String code, String codes) {
        return given().contentType("application/json")
                .body(json("{'client_code': '%s', 'codes': [%s]}".formatted(code, codes)))
                .post("/referrals/feedback");
    }

    private Response shown() {
        return given().get("/services/" + id + "/feedback");
    }

    @Test
    void itIsShownFromElevenUpAndInStepsOfEleven() {
        for (int i = 0; i < 10; i++) {
            String code = referred().path("client_code");
            assertEquals(204, say(code, "'heard', 'heard', 'turned-away'").statusCode());
            assertEquals(409, say(code, "'helped'").statusCode());
        }
        shown().then().statusCode(200).body("feedback", empty());
        say(referred().path("client_code"), "'heard'").then().statusCode(204);
        shown().then().body("feedback.code", equalTo(List.of("heard"))).body("feedback[0].count", equalTo(11));
        say(referred().path("client_code"), "'heard'").then().statusCode(204);
        shown().then().body("feedback[0].count", equalTo(11));
    }

    @Test
    void whatCannotBeMeantIsRefused() {
        String code = referred().path("client_code");
        say(code, "'herd'").then().statusCode(400).body("detail", containsString("heard"));
        say(code, "").then().statusCode(400);
        say("no words at all", "'heard'").then().statusCode(404);
        given().get("/services/" + UUID.randomUUID() + "/feedback").then().statusCode(404);
    }

    @Test
    void sendersAreToldWhatRefusalsComeFrom() throws SQLException {
        for (int i = 0; i < 11; i++) {
            String referral = referred().path("id");
            editor().contentType("application/json")
                    .body(json("{'to': 'rejected', 'reason': {'code': 'not-eligible', 'because': 'funding'}}"))
                    .post("/referrals/" + referral + "/transitions")
                    .then()
                    .statusCode(200);
            editor().get("/referrals/" + referral + "/events").then().body("events.because", hasItem("funding"));
        }
        // A month has gone by: events stand, so they are written again as older ones.
        try (var connection = source.getConnection();
                var older = connection.prepareStatement("insert into referral_event"
                        + " (referral_id, no, at, side, actor, kind, from_status, to_status, reason_code, because)"
                        + " select e.referral_id, e.no + 100, e.at - interval '40 days', e.side, e.actor, e.kind, e.from_status,"
                        + " e.to_status, e.reason_code, e.because from referral_event e join referral r on r.id = e.referral_id"
                        + " where r.service_id = ? and e.because is not null")) {
            older.setObject(1, id);
            assertEquals(11, older.executeUpdate());
        }
        editor().contentType("application/json")
                .body(json("{'service_id': '%s'}", id))
                .post("/referrals/preview")
                .then()
                .statusCode(200)
                .body("refusals[0].because", equalTo("funding"))
                .body("refusals[0].count", equalTo(11));
    }

    @Test
    void fewerThanElevenRefusalsAreNotTold() {
        editor().contentType("application/json")
                .body(json("{'service_id': '%s'}", id))
                .post("/referrals/preview")
                .then()
                .statusCode(200)
                .body("refusals", empty());
    }
}
