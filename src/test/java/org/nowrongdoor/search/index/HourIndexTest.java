package org.nowrongdoor.search.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.directory.hours.LocationSchedules;
import org.nowrongdoor.directory.hours.OpenState.State;
import org.nowrongdoor.directory.hours.OpeningHours;
import org.nowrongdoor.directory.record.Schedule;
import org.nowrongdoor.support.GazetteerForTests;

/** What the index says of a moment, in either of its forms, is what the badge of a hit says. */
class HourIndexTest {

    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
    private static final long SEED = 20_261_129;
    private static final int DRAWS = 120;
    private static final int MOMENTS = 25;
    private static final String[] SCHEDULES = {
        "{'freq': 'WEEKLY', 'byday': 'MO,TU,WE,TH,FR', 'opens_at': '09:00', 'closes_at': '17:00'}",
        "{'freq': 'WEEKLY', 'byday': 'FR,SA', 'opens_at': '20:00', 'closes_at': '04:00'}",
        // These and those of 18:00 and of 10 December cannot be read: no clock times, and the same one twice.
        "{'freq': 'WEEKLY', 'byday': 'SA'}",
        "{'freq': 'WEEKLY', 'byday': 'SU', 'opens_at': '10:00', 'closes_at': '10:00', 'valid_from': '2026-11-01', 'valid_to': '2026-12-20'}",
        "{'freq': 'MONTHLY', 'bymonthday': '1', 'opens_at': '08:00', 'closes_at': '12:00'}",
        "{'valid_from': '2026-12-24', 'valid_to': '2026-12-24'}",
        "{'valid_from': '2026-12-04', 'valid_to': '2026-12-04', 'opens_at': '22:00', 'closes_at': '02:00'}",
        "{'freq': 'WEEKLY', 'byday': 'MO,WE', 'opens_at': '07:30', 'closes_at': '11:00', 'valid_from': '2026-12-01', 'valid_to': '2027-02-01'}",
        "{'freq': 'WEEKLY', 'byday': 'TU', 'opens_at': '18:00'}",
        "{'valid_from': '2026-12-10', 'valid_to': '2026-12-10', 'opens_at': '10:00', 'closes_at': '10:00'}",
        "{'freq': 'WEEKLY', 'byday': 'TU', 'opens_at': '09:00-06:00', 'closes_at': '17:00-06:00', 'timezone': -6}",
    };

    private static final List<@Nullable String> ZONES =
            Arrays.asList("America/Chicago", "America/Chicago", "America/Denver", "Pacific/Guam", null);

    private final ObjectMapper mapper = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
    private final HourIndex index = new HourIndex(Clock.fixed(NOW, ZoneOffset.UTC), GazetteerForTests.REGIONS);

    @Test
    void filterAndBadgeSayTheSame() throws Exception {
        var random = new Random(SEED);
        var told = new EnumMap<State, Integer>(State.class);
        for (var draw = 0; draw < DRAWS; draw++) {
            var locations = new ArrayList<LocationSchedules>();
            for (var left = 1 + random.nextInt(3); left > 0; left--) {
                locations.add(location(random));
            }
            var kept = index.kept(locations);
            for (var left = MOMENTS; left > 0; left--) {
                var at = NOW.plusSeconds(60L * random.nextInt(60 * 24 * 60));
                var state = state(locations, at);
                told.merge(state, 1, Integer::sum);
                assertEquals(state, indexed(kept, at), () -> locations + " at " + at);
            }
        }
        for (var state : State.values()) {
            assertTrue(told.getOrDefault(state, 0) > DRAWS, "too few to prove anything: " + state);
        }
    }

    private LocationSchedules location(Random random) throws JsonProcessingException {
        var schedules = new ArrayList<Schedule>();
        for (var left = random.nextInt(12) == 0 ? 0 : 1 + random.nextInt(4); left > 0; left--) {
            var json = SCHEDULES[random.nextInt(SCHEDULES.length)].replace('\'', '"');
            schedules.add(mapper.readValue(json, Schedule.class));
        }
        return new LocationSchedules(List.of(), schedules, ZONES.get(random.nextInt(ZONES.size())));
    }

    @Test
    void everyWeekAtSeveralLocationsIsKeptAsAWeekEach() throws Exception {
        var weekly = List.of(mapper.readValue(SCHEDULES[0].replace('\'', '"'), Schedule.class));
        var kept = index.kept(List.of(
                new LocationSchedules(List.of(), weekly, "America/Chicago"),
                new LocationSchedules(List.of(), weekly, "America/Denver")));
        assertFalse(kept.tokens().contains(HourIndex.WRITTEN_OUT));
        assertEquals(State.OPEN, indexed(kept, Instant.parse("2028-06-05T14:30:00Z")));
        assertEquals(State.OPEN, indexed(kept, Instant.parse("2028-06-05T22:30:00Z")));
        assertEquals(State.CLOSED, indexed(kept, Instant.parse("2028-06-05T23:30:00Z")));
    }

    @Test
    void hoursThatCannotBeReadLeaveTheDayUnknownAndNotClosed() throws Exception {
        var schedules = List.of(
                mapper.readValue(SCHEDULES[0].replace('\'', '"'), Schedule.class),
                mapper.readValue(SCHEDULES[2].replace('\'', '"'), Schedule.class));
        assertEquals(
                State.UNKNOWN,
                indexed(
                        index.kept(List.of(new LocationSchedules(List.of(), schedules, "America/Chicago"))),
                        Instant.parse("2026-12-05T18:00:00Z")));
        assertEquals(
                State.OPEN,
                indexed(
                        index.kept(List.of(new LocationSchedules(List.of(), schedules, "America/Chicago"))),
                        Instant.parse("2026-12-04T18:00:00Z")));
    }

    private static State state(List<LocationSchedules> locations, Instant at) {
        var hours = OpeningHours.ofLocations(locations);
        if (hours.isEmpty()) {
            return State.UNKNOWN;
        }
        assertEquals(hours.state(at).state() == State.UNKNOWN, hours.isUnknown(at));
        return hours.state(at).state();
    }

    private State indexed(HourIndex.Kept kept, Instant at) {
        var moment = index.at(at);
        var isOpen = kept.tokens().stream().anyMatch(moment.open()::contains);
        var isKnown = kept.tokens().stream().anyMatch(moment.known()::contains);
        var isOpenLookedAt = kept.spans().stream()
                .anyMatch(span -> span != HourSpans.ALWAYS_KNOWN
                        && !HourSpans.isKnown(span)
                        && HourSpans.holds(span, moment.clocks()));
        var isKnownLookedAt = kept.spans().stream()
                .anyMatch(span -> span == HourSpans.ALWAYS_KNOWN
                        || (HourSpans.isKnown(span) && HourSpans.holds(span, moment.clocks())));
        assertEquals(isOpen, isOpenLookedAt);
        assertEquals(isKnown, isKnownLookedAt);
        return isOpen ? State.OPEN : isKnown ? State.CLOSED : State.UNKNOWN;
    }
}
