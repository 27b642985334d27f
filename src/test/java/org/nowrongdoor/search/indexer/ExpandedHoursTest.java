package org.nowrongdoor.search.indexer;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.SearchForTests;
import org.nowrongdoor.support.SettableClock;

/** Hours that do not repeat every week are written out 13 months ahead, every day again. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ExpandedHoursTest {

    @Inject
    SettableClock clock;

    @AfterEach
    void goOn() {
        clock.reset();
    }

    @Test
    void aDayComesIntoReachWithoutAnyEdit() throws InterruptedException {
        clock.set(Instant.parse("2026-03-01T12:00:00Z"));
        SearchForTests.put("first of the month", """
                "location_policy": "public", "service_areas": [{"extent": "56039", "extent_type": "text"}],
                "phones": [{"number": "307-555-0111", "type": "voice"}],
                "schedules": [{"freq": "MONTHLY", "bymonthday": "1", "opens_at": "09:00", "closes_at": "17:00"}]""");
        SearchForTests.awaitIndexed();
        assertTrue(isKnownOpen("2026-04-01T10:00:00-06:00"));
        assertFalse(isKnownOpen("2028-02-01T10:00:00-07:00"), "nearly two years ahead");
        clock.set(Instant.parse("2028-01-20T12:00:00Z"));
        var until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!isKnownOpen("2028-02-01T10:00:00-07:00") && System.nanoTime() < until) {
            Thread.sleep(50);
        }
        assertTrue(isKnownOpen("2028-02-01T10:00:00-07:00"));
        assertFalse(isKnownOpen("2028-02-02T10:00:00-07:00"));
    }

    private static boolean isKnownOpen(String time) {
        return SearchForTests.search("""
                {"where": {"region": "56039"}, "unknowns": "exclude", "require": {"open_at": "%s"}}""".formatted(time))
                .getList("hits.service.name", String.class)
                .contains("first of the month");
    }
}
