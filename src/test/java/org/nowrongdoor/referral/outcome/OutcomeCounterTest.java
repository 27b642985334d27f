package org.nowrongdoor.referral.outcome;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.Json.json;
import static org.nowrongdoor.support.ReferralForTests.ADMIN;
import static org.nowrongdoor.support.ReferralForTests.move;
import static org.nowrongdoor.support.ReferralForTests.moved;
import static org.nowrongdoor.support.ReferralForTests.provider;
import static org.nowrongdoor.support.ReferralForTests.sender;
import static org.nowrongdoor.support.ReferralForTests.sent;
import static org.nowrongdoor.support.ReferralForTests.service;
import static org.nowrongdoor.support.ReferralForTests.stranger;
import static org.nowrongdoor.support.ReferralForTests.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.SettableClock;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@SuppressWarnings("NullAway.Init")
class OutcomeCounterTest {

    @Inject
    SettableClock clock;

    @AfterEach
    void presentTime() {
        clock.reset();
    }

    @Test
    void whatIsPublishedNeverMovesByFewerThanEleven() {
        var random = new Random(11);
        for (int round = 0; round < 2_000; round++) {
            var months = new ArrayList<Long>();
            long before = 0;
            for (int month = 0; month < 24; month++) {
                months.add((long) random.nextInt(random.nextBoolean() ? 4 : 30));
                long shown = OutcomeCounter.steps(months);
                assertTrue(shown == before || shown - before >= 11, months + " moved from " + before + " to " + shown);
                assertTrue(shown <= months.stream().mapToLong(Long::longValue).sum());
                before = shown;
            }
        }
        assertEquals(0, OutcomeCounter.steps(List.of(10L)));
        assertEquals(11, OutcomeCounter.steps(List.of(11L)));
        assertEquals(11, OutcomeCounter.steps(List.of(5L, 6L, 10L)));
    }

    @Test
    void aNumberThatWasPublishedNeverFalls() {
        var door = service("Steady door " + UUID.randomUUID(), "");
        var completed = new ArrayList<UUID>();
        for (int i = 0; i < 12; i++) {
            var id = sent(door, "");
            completed.add(id);
            moved(provider(), id, "accepted");
            move(provider(), id, json("{'to': 'completed', 'outcome': 'served'}"))
                    .statusCode(200);
        }
        // Before it is published a mistake is no end.
        moved(sender(), completed.get(0), "entered-in-error");
        clock.advance(Duration.ofDays(31));
        assertServed(door, 11);
        moved(sender(), completed.get(1), "entered-in-error");
        assertServed(door, 11);
        with(sender()).delete("/referrals/" + completed.get(2)).then().statusCode(204);
        assertServed(door, 11);
        clock.advance(Duration.ofDays(62));
        assertServed(door, 11);
    }

    @Test
    void aMonthIsPublishedWhenNothingComesIntoItAnyMore() {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        var end = now.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1).plusMonths(2);
        clock.advance(Duration.between(now, end.minusMinutes(2)));
        var door = service("Late door " + UUID.randomUUID(), "");
        for (int i = 0; i < 11; i++) {
            var id = sent(door, "");
            moved(provider(), id, "accepted");
            move(provider(), id, json("{'to': 'completed', 'outcome': 'served'}"))
                    .statusCode(200);
        }
        // An end may still be on its way, by a clock that is behind: it would move the number by one.
        clock.advance(Duration.ofMinutes(5));
        with(provider())
                .get("/services/" + door + "/outcomes")
                .then()
                .statusCode(200)
                .body("total", equalTo(0));
        clock.advance(Duration.ofMinutes(10));
        assertServed(door, 11);
    }

    private static void assertServed(UUID door, int count) {
        with(provider())
                .get("/services/" + door + "/outcomes")
                .then()
                .statusCode(200)
                .body("outcomes.find { it.why == 'served' }.count", equalTo(count))
                .body("total", equalTo(count));
    }

    @Test
    void aProviderSeesItsOwnNumbersAndNobodySmallOnes() {
        var door = service("Counted door " + UUID.randomUUID(), "");
        for (int i = 0; i < 11; i++) {
            var id = sent(door, "");
            moved(provider(), id, "accepted");
            move(provider(), id, json("{'to': 'completed', 'outcome': 'served'}"))
                    .statusCode(200);
        }
        for (int i = 0; i < 10; i++) {
            move(provider(), sent(door, ""), json("{'to': 'rejected', 'reason': {'code': 'no-capacity'}}"))
                    .statusCode(200);
        }
        with(provider())
                .get("/services/" + door + "/outcomes")
                .then()
                .statusCode(200)
                .body("total", equalTo(0));
        clock.advance(Duration.ofDays(31));
        for (var key : List.of(provider(), ADMIN)) {
            with(key)
                    .get("/services/" + door + "/outcomes")
                    .then()
                    .statusCode(200)
                    .body("outcomes.status", equalTo(List.of("completed")))
                    .body("outcomes.why", equalTo(List.of("served")))
                    .body("outcomes.count", equalTo(List.of(11)))
                    .body("total", equalTo(11));
        }
        var foreign = with(sender())
                .get("/services/" + door + "/outcomes")
                .then()
                .statusCode(404)
                .extract()
                .asString();
        var missing = UUID.randomUUID();
        assertEquals(
                with(stranger())
                        .get("/services/" + missing + "/outcomes")
                        .then()
                        .statusCode(404)
                        .extract()
                        .asString()
                        .replace(missing.toString(), door.toString()),
                foreign);
        given().get("/stats/referrals")
                .then()
                .statusCode(200)
                .body("outcomes.find { it.why == 'served' }.count", greaterThanOrEqualTo(11));
    }
}
