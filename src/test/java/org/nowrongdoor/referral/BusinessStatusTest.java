package org.nowrongdoor.referral;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.nowrongdoor.support.Json.json;
import static org.nowrongdoor.support.ReferralForTests.move;
import static org.nowrongdoor.support.ReferralForTests.plainService;
import static org.nowrongdoor.support.ReferralForTests.provider;
import static org.nowrongdoor.support.ReferralForTests.sender;
import static org.nowrongdoor.support.ReferralForTests.sent;
import static org.nowrongdoor.support.ReferralForTests.with;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nowrongdoor.referral.state.BusinessStatus;
import org.nowrongdoor.storage.postgres.PostgresForTests;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@SuppressWarnings("NullAway.Init")
class BusinessStatusTest {

    @Inject
    EntityManager entities;

    private UUID accepted() {
        var id = sent(plainService(), "");
        move(provider(), id, json("{'to': 'accepted'}")).statusCode(200);
        return id;
    }

    @ParameterizedTest
    @EnumSource
    void everyListedWordIsTaken(BusinessStatus status) {
        var id = accepted();
        move(provider(), id, json("{'to': 'in-progress', 'business_status': '" + status.wire() + "'}"))
                .statusCode(200)
                .body("business_status", equalTo(status.wire()));
        with(sender())
                .get("/fhir/Task/" + id)
                .then()
                .statusCode(200)
                .body("businessStatus.text", equalTo(status.wire()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "waitlist place 4",
                "Called",
                "left_message",
                "CALLED",
                " called",
                "",
                "call 612-555-0188",
                "sam@example.org",
                "Kestrel from Quillback"
            })
    void anyOtherWordIsRefusedWithTheListAndIsNotStored(String words) {
        var id = accepted();
        move(provider(), id, json("{'to': 'in-progress', 'business_status': '" + words + "'}"))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/business_status"))
                .body(
                        "detail",
                        containsString("called, left-message, intake-booked, waitlisted, waiting-for-documents, other"))
                .body("detail", words.length() < 8 ? containsString("business_status") : not(containsString(words)));
        with(provider())
                .get("/referrals/" + id)
                .then()
                .body("status", equalTo("accepted"))
                .body("business_status", nullValue());
    }

    @Test
    void whatIsNoTextIsRefused() {
        var id = accepted();
        for (var value : List.of("4", "true", "{}", "['called']")) {
            var code = move(provider(), id, json("{'to': 'in-progress', 'business_status': " + value + "}"))
                    .extract()
                    .statusCode();
            assertEquals(4, code / 100, value);
        }
    }

    @Test
    void itDoesNotOutliveTheConsent() {
        var id = accepted();
        move(provider(), id, json("{'to': 'in-progress', 'business_status': 'called'}"))
                .statusCode(200);
        with(sender()).delete("/referrals/" + id).then().statusCode(204);
        with(sender()).get("/referrals/" + id).then().statusCode(200).body("business_status", nullValue());
    }

    @Test
    void wordsOfAnOlderVersionBecomeOther() {
        var id = accepted();
        QuarkusTransaction.requiringNew()
                .run(() -> entities.unwrap(Session.class).doWork(connection -> {
                    try (var statement = connection.createStatement()) {
                        statement.execute("alter table referral drop constraint referral_business_status");
                        statement.execute("alter table referral_event drop constraint referral_event_business_status");
                        statement.execute(
                                "update referral set business_status = 'Kestrel waits' where id = '" + id + "'");
                        statement.execute(
                                "insert into referral_event (referral_id, no, at, side, actor, kind, to_status,"
                                        + " business_status) values ('" + id
                                        + "', 9, now(), 'provider', 'x', 'moved', 'accepted', 'Kestrel waits')");
                        statement.execute(migration());
                    }
                }));
        var events = with(provider())
                .get("/referrals/" + id + "/events")
                .then()
                .body("events.find { it.no == 9 }.business_status", equalTo("other"))
                .extract()
                .asString();
        assertFalse(events.contains("Kestrel"));
        with(provider()).get("/referrals/" + id).then().body("business_status", equalTo("other"));
    }

    private static String migration() {
        var name = "/db/migration/R__referral_business_status.sql";
        try (var file = Objects.requireNonNull(BusinessStatusTest.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(name, e);
        }
    }
}
