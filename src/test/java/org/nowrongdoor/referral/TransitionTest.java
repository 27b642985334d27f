package org.nowrongdoor.referral;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.Json.json;
import static org.nowrongdoor.support.ReferralForTests.ADMIN;
import static org.nowrongdoor.support.ReferralForTests.move;
import static org.nowrongdoor.support.ReferralForTests.moved;
import static org.nowrongdoor.support.ReferralForTests.person;
import static org.nowrongdoor.support.ReferralForTests.plainService;
import static org.nowrongdoor.support.ReferralForTests.provider;
import static org.nowrongdoor.support.ReferralForTests.sender;
import static org.nowrongdoor.support.ReferralForTests.sent;
import static org.nowrongdoor.support.ReferralForTests.stranger;
import static org.nowrongdoor.support.ReferralForTests.with;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.ReferralForTests;
import org.nowrongdoor.support.SettableClock;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@SuppressWarnings("NullAway.Init")
class TransitionTest {

    @Inject
    EntityManager entities;

    @Inject
    SettableClock clock;

    @AfterEach
    void presentTime() {
        clock.reset();
    }

    @Test
    void aReferralGoesToItsEndAndEveryStepIsWrittenDown() {
        var id = sent(plainService(), "");
        moved(provider(), id, "received").body("status", equalTo("received"));
        moved(provider(), id, "accepted");
        move(provider(), id, """
        {"to": "on-hold", "reason": {"code": "no-capacity"}, "business_status": "waitlisted"}""").statusCode(200).body("business_status", equalTo("waitlisted"));
        moved(sender(), id, "in-progress");
        move(provider(), id, json("{'to': 'completed', 'outcome': 'served'}")).statusCode(200);
        var events = with(sender()).get("/referrals/" + id + "/events").then().statusCode(200);
        events.body("events.no", equalTo(List.of(1, 2, 3, 4, 5, 6)))
                .body(
                        "events.to",
                        equalTo(List.of("requested", "received", "accepted", "on-hold", "in-progress", "completed")))
                .body("events.by", equalTo(List.of("sender", "provider", "provider", "provider", "sender", "provider")))
                .body("events[3].reason", equalTo("no-capacity"))
                .body("events[5].outcome", equalTo("served"))
                .body("events[1].key", nullValue());
        with(provider()).get("/referrals/" + id).then().body("moves", equalTo(List.of()));
    }

    @Test
    void anIllegalMoveNamesTheLegalOnes() {
        var id = sent(plainService(), "");
        move(provider(), id, json("{'to': 'completed', 'outcome': 'served'}"))
                .statusCode(409)
                .body("type", equalTo("/problems/illegal-transition"))
                .body("from", equalTo("requested"))
                .body("legal", equalTo(List.of("received", "accepted", "rejected")))
                .body("detail", containsString("received, accepted, rejected"));
        move(ADMIN, id, json("{'to': 'draft'}"))
                .statusCode(409)
                .body("legal", equalTo(List.of("received", "accepted", "rejected", "cancelled", "entered-in-error")));
    }

    @Test
    void eachSideMakesItsOwnMoves() {
        var id = sent(plainService(), "");
        move(sender(), id, json("{'to': 'accepted'}")).statusCode(403).body("detail", containsString("cancelled"));
        move(provider(), id, json("{'to': 'cancelled', 'reason': {'code': 'other'}}"))
                .statusCode(403);
        move(sender(), id, json("{'to': 'cancelled', 'reason': {'code': 'duplicate'}}"))
                .statusCode(200);
        moved(sender(), id, "entered-in-error");
        move(ADMIN, id, json("{'to': 'entered-in-error'}")).statusCode(409).body("legal", equalTo(List.of()));
    }

    @Test
    void aReasonOrAnOutcomeIsGivenWhereItIsWanted() {
        var id = sent(plainService(), "");
        move(provider(), id, json("{'to': 'rejected'}"))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/reason/code"))
                .body("detail", containsString("no-capacity"));
        move(provider(), id, json("{'to': 'accepted', 'reason': {'code': 'other'}}"))
                .statusCode(422);
        move(provider(), id, json("{'to': 'accepted', 'outcome': 'served'}")).statusCode(422);
        moved(provider(), id, "accepted");
        move(provider(), id, json("{'to': 'completed'}"))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/outcome"));
        for (var nasty : List.of(
                "{}",
                json("{'to': null}"),
                json("{'to': 'finished'}"),
                json("{'to': 3}"),
                json("{'to': 'failed', 'reason': 'other'}"),
                json("{'to': 'failed', 'reason': {'code': 'because'}}"),
                json("{'to': 'in-progress', 'note': 'x'}"))) {
            var answer = move(provider(), id, nasty).extract();
            assertEquals(400, answer.statusCode(), nasty + " gave " + answer.asString());
        }
        with(provider()).get("/referrals/" + id).then().body("status", equalTo("accepted"));
    }

    @Test
    void anAcceptanceCanBeTakenBackForADay() {
        var id = sent(plainService(), "");
        moved(provider(), id, "accepted");
        clock.advance(Duration.ofHours(23));
        moved(provider(), id, "received");
        moved(provider(), id, "accepted");
        clock.advance(Duration.ofHours(24));
        move(provider(), id, json("{'to': 'received'}")).statusCode(409).body("legal", not(hasItem("received")));
    }

    @Test
    void ofManyWhoMoveAtOnceOneWins() throws Exception {
        var id = sent(plainService(), "");
        moved(provider(), id, "accepted");
        var provider = provider();
        var barrier = new CyclicBarrier(8);
        var answers = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                barrier.await();
                            } catch (Exception e) {
                                throw new IllegalStateException(e);
                            }
                            return move(provider, id, json("{'to': 'in-progress'}"))
                                    .extract()
                                    .statusCode();
                        },
                        task -> new Thread(task).start()))
                .toList();
        var statuses = answers.stream().map(CompletableFuture::join).sorted().toList();
        assertEquals(List.of(200, 409, 409, 409, 409, 409, 409, 409), statuses);
        with(sender()).get("/referrals/" + id + "/events").then().body("events.no", equalTo(List.of(1, 2, 3)));
    }

    @Test
    void whoWaitedBehindAnotherIsTooLateThoughTheMoveWouldBeLegal() throws Exception {
        var id = sent(plainService(), "");
        var key = provider();
        moved(key, id, "accepted");
        var second = Executors.newSingleThreadExecutor();
        try {
            var answer = QuarkusTransaction.requiringNew().timeout(60).call(() -> {
                entities.createNativeQuery("select 1 from referral where id = :id for update")
                        .setParameter("id", id)
                        .getResultList();
                var late = second.submit(() -> move(key, id, json("{'to': 'completed', 'outcome': 'served'}"))
                        .extract()
                        .statusCode());
                awaitSomebodyAtTheLock();
                entities.createNativeQuery("update referral set status = 'on-hold', reason_code = 'no-capacity',"
                                + " updated_at = updated_at + interval '1 second' where id = :id")
                        .setParameter("id", id)
                        .executeUpdate();
                return late;
            });
            assertEquals(409, answer.get(60, TimeUnit.SECONDS));
        } finally {
            second.shutdownNow();
        }
    }

    private void awaitSomebodyAtTheLock() {
        long until = System.nanoTime() + Duration.ofSeconds(40).toNanos();
        while (((Number) entities.createNativeQuery("select count(*) from pg_locks where not granted")
                                .getSingleResult())
                        .intValue()
                == 0) {
            assertTrue(System.nanoTime() < until, "nobody came to the lock");
        }
    }

    @Test
    void foreignReferralsAreNotThere() {
        var id = sent(plainService(), "");
        for (var path : List.of("", "/events")) {
            var foreign = with(stranger())
                    .get("/referrals/" + id + path)
                    .then()
                    .statusCode(404)
                    .extract();
            var missing = with(stranger())
                    .get("/referrals/" + UUID.randomUUID() + path)
                    .then()
                    .statusCode(404)
                    .extract();
            assertEquals(missing.asString(), foreign.asString());
        }
        var foreign = move(stranger(), id, json("{'to': 'accepted'}"))
                .statusCode(404)
                .extract()
                .asString();
        assertEquals(
                move(stranger(), UUID.randomUUID(), json("{'to': 'accepted'}"))
                        .statusCode(404)
                        .extract()
                        .asString(),
                foreign);
        with(stranger()).delete("/referrals/" + id).then().statusCode(404);
        with(stranger())
                .queryParam("per_page", 500)
                .get("/referrals")
                .then()
                .body("contents.id", not(hasItem(id.toString())));
        with(ADMIN).get("/referrals/" + id).then().statusCode(200);
    }

    @Test
    void theListIsFilteredAndPaged() {
        var door = ReferralForTests.service("Listed door " + UUID.randomUUID(), "");
        var first = sent(door, "");
        sent(door, "");
        moved(provider(), first, "accepted");
        with(sender())
                .queryParam("service_id", door)
                .get("/referrals")
                .then()
                .body("total_items", equalTo(2))
                .body("contents.size()", equalTo(2));
        with(provider())
                .queryParam("service_id", door)
                .queryParam("status", "accepted")
                .get("/referrals")
                .then()
                .body("contents.id", equalTo(List.of(first.toString())));
        with(sender())
                .queryParam("service_id", door)
                .queryParam("per_page", 1)
                .queryParam("page", 2)
                .get("/referrals")
                .then()
                .body("size", equalTo(1))
                .body("last_page", equalTo(true));
        with(sender()).queryParam("per_page", 0).get("/referrals").then().statusCode(400);
    }

    @Test
    void freeTextStaysWithThePerson() {
        var text = json("{'to': 'rejected', 'reason': {'code': 'other', 'text': 'w0rds-of-theirs'}}");
        var bare = sent(plainService(), "");
        move(provider(), bare, text).statusCode(200);
        assertFalse(with(sender()).get("/referrals/" + bare).asString().contains("w0rds"));
        var known = sent(
                plainService(),
                person("Sam", Instant.now().plus(Duration.ofDays(2)).toString()));
        move(provider(), known, text).statusCode(200);
        with(sender()).get("/referrals/" + known).then().body("person.notes", equalTo(List.of("w0rds-of-theirs")));
        assertFalse(
                with(sender()).get("/referrals/" + known + "/events").asString().contains("w0rds"));
    }
}
