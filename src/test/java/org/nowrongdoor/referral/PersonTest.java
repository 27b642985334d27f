package org.nowrongdoor.referral;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.Json.json;
import static org.nowrongdoor.support.ReferralForTests.ADMIN;
import static org.nowrongdoor.support.ReferralForTests.move;
import static org.nowrongdoor.support.ReferralForTests.person;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.referral.person.PersonVault;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.ReferralForTests;
import org.nowrongdoor.support.SettableClock;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@SuppressWarnings("NullAway.Init")
class PersonTest {

    @Inject
    SettableClock clock;

    @Inject
    ReferralDeadlineJob referralClock;

    @Inject
    PersonVault vault;

    @Inject
    EntityManager entities;

    @AfterEach
    void presentTime() {
        clock.reset();
    }

    private UUID known(Duration consent) {
        return sent(
                plainService(), person("c4n4ry", clock.instant().plus(consent).toString()));
    }

    private long audited(UUID id) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) entities.createNativeQuery(
                                        "select count(*) from audit_log where entity = 'person' and action = 'read' and id = :id")
                                .setParameter("id", id.toString())
                                .getSingleResult())
                        .longValue());
    }

    private long rows(UUID id) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number)
                                entities.createNativeQuery("select count(*) from person_vault where referral_id = :id")
                                        .setParameter("id", id)
                                        .getSingleResult())
                        .longValue());
    }

    @Test
    void theTwoOrganisationsSeeThePersonAndNobodyElse() {
        var id = known(Duration.ofDays(2));
        for (var key : new String[] {sender(), provider()}) {
            with(key)
                    .get("/referrals/" + id)
                    .then()
                    .header("Cache-Control", "no-store")
                    .body("person.details.alias", equalTo("c4n4ry-alias"))
                    .body("person.details.contact[0].safe_to.call", equalTo(true))
                    .body("person.contact_rule", equalTo("as-stated"))
                    .body("person.expires_at", notNullValue());
        }
        with(ADMIN).get("/referrals/" + id).then().statusCode(200).body("person", nullValue());
        for (var path : new String[] {"", "/" + id + "/events"}) {
            assertFalse(with(sender()).get("/referrals" + path).asString().contains("c4n4ry"));
        }
        assertTrue(audited(id) >= 2, "readings of the person are written down");
    }

    @Test
    void nobodyIsContactedUnlessSheSaidSo() {
        var quiet = person("Sam", Instant.now().plus(Duration.ofDays(1)).toString())
                .replace(json("'call': true"), json("'call': false"));
        with(provider())
                .get("/referrals/" + sent(plainService(), quiet))
                .then()
                .body("person.contact_rule", equalTo("do-not-contact"));
    }

    @Test
    void aProviderThatDeclinedKnowsNobodyAnyMore() {
        var id = known(Duration.ofDays(2));
        move(provider(), id, json("{'to': 'rejected', 'reason': {'code': 'no-capacity'}}"))
                .statusCode(200);
        with(provider()).get("/referrals/" + id).then().body("person", nullValue());
        with(sender()).get("/referrals/" + id).then().body("person", notNullValue());
    }

    @Test
    void withdrawnConsentDestroysAtOnceAndEndsTheReferral() {
        var id = known(Duration.ofDays(2));
        with(sender()).delete("/referrals/" + id).then().statusCode(204);
        assertEquals(0, rows(id));
        with(sender())
                .get("/referrals/" + id)
                .then()
                .body("person", nullValue())
                .body("status", equalTo("cancelled"))
                .body("reason", equalTo("consent-withdrawn"));
        with(sender()).delete("/referrals/" + id).then().statusCode(204);
        with(sender())
                .get("/referrals/" + id + "/events")
                .then()
                .body("events.kind", equalTo(List.of("moved", "consent-withdrawn")));
    }

    @Test
    void aProviderMayPassAWithdrawalOn() {
        var id = known(Duration.ofDays(2));
        with(ReferralForTests.key(ReferralForTests.PROVIDER, "referrals:write"))
                .delete("/referrals/" + id)
                .then()
                .statusCode(204);
        with(sender()).get("/referrals/" + id).then().body("person", nullValue());
    }

    @Test
    void consentThatEndedHidesAtOnceAndDestroysAtTheNextTick() {
        var id = known(Duration.ofHours(2));
        clock.advance(Duration.ofHours(2));
        with(sender()).get("/referrals/" + id).then().body("person", nullValue());
        referralClock.tick();
        assertEquals(0, rows(id));
        with(sender())
                .get("/referrals/" + id + "/events")
                .then()
                .body("events.kind", equalTo(List.of("moved", "person-data-destroyed")))
                .body("events[1].by", equalTo("clock"));
    }

    @Test
    void aWeekAfterTheEndNothingIsKnown() {
        var id = known(Duration.ofDays(29));
        move(sender(), id, json("{'to': 'cancelled', 'reason': {'code': 'client-declined'}}"))
                .statusCode(200);
        clock.advance(Duration.ofDays(7).minusMinutes(1));
        referralClock.tick();
        assertEquals(1, rows(id));
        clock.advance(Duration.ofMinutes(2));
        referralClock.tick();
        assertEquals(0, rows(id));
    }

    @Test
    void aRowOpensOnlyForItsOwnReferral() {
        var mine = known(Duration.ofDays(2));
        var other = known(Duration.ofDays(2));
        assertTrue(vault.open(mine, clock.instant()).isPresent());
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(
                                "update person_vault set wrapped_key = o.wrapped_key, sealed = o.sealed"
                                        + " from person_vault o where o.referral_id = :other and person_vault.referral_id = :mine")
                        .setParameter("mine", mine)
                        .setParameter("other", other)
                        .executeUpdate());
        var refused = assertThrows(IllegalStateException.class, () -> vault.open(mine, clock.instant()));
        assertFalse(refused.toString().contains("c4n4ry"));
    }
}
