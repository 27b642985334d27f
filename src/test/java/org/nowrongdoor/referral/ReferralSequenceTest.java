package org.nowrongdoor.referral;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.Json.json;
import static org.nowrongdoor.support.ReferralForTests.body;
import static org.nowrongdoor.support.ReferralForTests.plainService;
import static org.nowrongdoor.support.ReferralForTests.provider;
import static org.nowrongdoor.support.ReferralForTests.send;
import static org.nowrongdoor.support.ReferralForTests.sender;
import static org.nowrongdoor.support.ReferralForTests.token;
import static org.nowrongdoor.support.ReferralForTests.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.referral.state.ReferralState;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.SettableClock;

/** Random calls of four actors through the real doors: sender and provider by key, provider by link, and time. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@SuppressWarnings("NullAway.Init")
class ReferralSequenceTest {

    private static final int SEQUENCES = 100;
    private static final int CALLS = 7;
    private static final List<ReferralState> STATES = List.of(ReferralState.values());
    private static final Set<Integer> ANSWERS = Set.of(200, 204, 303, 403, 404, 409, 410, 422);

    @Inject
    SettableClock clock;

    @Inject
    ReferralDeadlineJob referralClock;

    private final Random random = new Random(20);

    @AfterEach
    void presentTime() {
        clock.reset();
    }

    @Test
    void whateverIsCalledTheEventsTellTheWholeStory() {
        var door = plainService();
        for (int sequence = 0; sequence < SEQUENCES; sequence++) {
            var sent = send(sender(), body(door, "")).statusCode(201).extract();
            var id = sent.<String>path("id");
            var token = token(sent.path("answer_url"));
            int moved = 0;
            for (int call = 0; call < CALLS; call++) {
                moved += call(id, token);
            }
            requireWhole(id, moved);
        }
    }

    /** @return how many moves went through */
    private int call(String id, String token) {
        return switch (random.nextInt(9)) {
            case 0, 1, 2 -> counted(move(provider(), id));
            case 3, 4, 5 -> counted(move(sender(), id));
            case 6 -> counted(answer(token));
            case 7 -> {
                clock.advance(Duration.ofHours(random.nextInt(30)));
                yield 0;
            }
            default -> {
                var before = status(id);
                referralClock.tick();
                yield before.equals(status(id)) ? 0 : 1;
            }
        };
    }

    private static int counted(int status) {
        assertTrue(ANSWERS.contains(status), "answered " + status);
        return status == 200 ? 1 : 0;
    }

    private int move(String key, String id) {
        var to = STATES.get(random.nextInt(STATES.size()));
        var more = to.wantsReason() && random.nextInt(8) > 0
                ? json(", 'reason': {'code': 'other'}")
                : to == ReferralState.COMPLETED ? json(", 'outcome': 'served'") : "";
        return with(key)
                .body(json("{'to': '%s'%s}", to.wire(), more))
                .post("/referrals/" + id + "/transitions")
                .statusCode();
    }

    private int answer(String token) {
        return given().contentType("application/json")
                .body(
                        random.nextBoolean()
                                ? json("{'decision': 'accept'}")
                                : json("{'decision': 'decline', 'reason': 'no-capacity'}"))
                .post("/answer/" + token)
                .statusCode();
    }

    private static String status(String id) {
        return with(sender()).get("/referrals/" + id).path("status");
    }

    private static void requireWhole(String id, int moved) {
        var events = with(sender()).get("/referrals/" + id + "/events").jsonPath();
        var numbers = events.<Integer>getList("events.no");
        for (int i = 0; i < numbers.size(); i++) {
            assertEquals(i + 1, numbers.get(i));
        }
        var from = events.<String>getList("events.findAll { it.kind == 'moved' }.from");
        var to = events.<String>getList("events.findAll { it.kind == 'moved' }.to");
        assertEquals(moved + 1, to.size(), "moves of " + id);
        for (int i = 1; i < to.size(); i++) {
            assertEquals(to.get(i - 1), from.get(i));
            var legal = ReferralState.find(from.get(i)).orElseThrow().moves();
            assertTrue(legal.contains(ReferralState.find(to.get(i)).orElseThrow()), from + " to " + to);
        }
        assertEquals(status(id), to.get(to.size() - 1));
    }
}
