package org.nowrongdoor.directory.hours;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.hours.OpenState.State;
import org.nowrongdoor.directory.record.Schedule;

/** When something is open. At several locations it is open while any of them is, and closed while all are known to be. */
public final class OpeningHours {

    // 8 days hold a week and its joints; 31 what opens once a month; 400 the 13 months that the index looks ahead.
    private static final List<Duration> HORIZONS =
            List.of(Duration.ofDays(8), Duration.ofDays(31), Duration.ofDays(400));

    // 500: five schedules at a hundred locations, different ones at each; what is beyond is not known.
    private static final int MOST_IN_ALL = 500;

    private final List<LocationHours> locations;

    private OpeningHours(List<LocationHours> locations) {
        this.locations = locations;
    }

    /** The hours that some schedules say.
     *  @param zone where the service is; null where that is not known, then the numeric offsets count */
    public static OpeningHours of(List<Schedule> schedules, @Nullable ZoneId zone) {
        return new OpeningHours(List.of(new LocationHours(schedules, zone, ScheduleChecker.MOST_SCHEDULES)));
    }

    /** The hours of what is given at some locations, each with schedules of its own; nothing is known without any. */
    public static OpeningHours ofLocations(List<LocationSchedules> locations) {
        if (locations.isEmpty()) {
            return of(List.of(), null);
        }
        var hours = new ArrayList<LocationHours>();
        int left = MOST_IN_ALL;
        for (var location : locations) {
            var zone = location.zone() == null ? null : ZoneId.of(location.zone());
            hours.add(new LocationHours(location.schedules(), zone, Math.min(left, ScheduleChecker.MOST_SCHEDULES)));
            left = Math.max(0, left - location.schedules().size());
        }
        return new OpeningHours(hours);
    }

    /** The hours of each location alone, in the order in which they were given. */
    public List<OpeningHours> each() {
        return locations.stream()
                .map(location -> new OpeningHours(List.of(location)))
                .toList();
    }

    /** Whether it is open at a moment, and when that changes. */
    public OpenState state(Instant at) {
        if (isOpen(at)) {
            return new OpenState(State.OPEN, closing(at), null);
        }
        return isKnown(at) ? new OpenState(State.CLOSED, null, opening(at)) : new OpenState(State.UNKNOWN, null, null);
    }

    /** The first moment at which what is said of a moment may be something else: when it opens or closes, and at the
     *  latest when a day begins, of which another schedule may speak. */
    public Instant lasts(OpenState state, Instant at) {
        var day = locations.stream()
                .flatMap(location -> location.nextDays(at))
                .min(Comparator.naturalOrder())
                .orElseThrow();
        var change = state.state() == State.OPEN
                ? Stream.ofNullable(state.until()).map(OffsetDateTime::toInstant)
                : Stream.concat(intervals(at, day).stream().map(OpenSpan::start), turns(at, day));
        return change.filter(day::isAfter).min(Comparator.naturalOrder()).orElse(day);
    }

    /** The times of a window at which it is open, without overlaps, in order. What is not known is not among them. */
    public List<OpenSpan> intervals(Instant from, Instant to) {
        var spans = locations.stream()
                .flatMap(location -> location.spans(from, to).stream())
                .toList();
        return OpenSpan.merge(spans, from, to);
    }

    private boolean isOpen(Instant at) {
        return locations.stream().anyMatch(location -> location.isOpen(at));
    }

    /** Whether it can be told of every location whether it is open, so that not open means closed. */
    public boolean isKnown(Instant at) {
        return locations.stream().allMatch(location -> location.isKnown(at));
    }

    /** Whether it can be told neither that it is open at a moment nor that it is closed. */
    public boolean isUnknown(Instant at) {
        return !isOpen(at) && !isKnown(at);
    }

    /** The times of a window at which not open means closed, in order. */
    public List<OpenSpan> knownIntervals(Instant from, Instant to) {
        var turns = new TreeSet<Instant>();
        turns(from, to).forEach(turns::add);
        turns.add(to);
        var spans = new ArrayList<OpenSpan>();
        var begin = from;
        for (var end : turns) {
            if (isKnown(begin)) {
                spans.add(new OpenSpan(begin, end));
            }
            begin = end;
        }
        return OpenSpan.merge(spans, from, to);
    }

    private Stream<Instant> turns(Instant from, Instant to) {
        return locations.stream().flatMap(location -> location.turns(from, to));
    }

    private @Nullable OffsetDateTime closing(Instant at) {
        for (var horizon : HORIZONS.subList(0, 2)) {
            var end = at.plus(horizon);
            var current = intervals(at, end);
            if (!current.isEmpty() && current.get(0).end().isBefore(end)) {
                var closes = current.get(0).end();
                return shown(closes, closes.minusMillis(1));
            }
        }
        return null;
    }

    private @Nullable OffsetDateTime opening(Instant at) {
        for (var horizon : HORIZONS) {
            var next = intervals(at, at.plus(horizon));
            if (!next.isEmpty()) {
                var opens = next.get(0).start();
                return shown(opens, opens);
            }
        }
        return null;
    }

    /** A time by the clock of a location that is open then. */
    private OffsetDateTime shown(Instant time, Instant open) {
        var there = locations.stream()
                .filter(location -> location.isOpen(open))
                .findFirst()
                .orElseGet(() -> locations.get(0));
        return time.atZone(there.shown()).toOffsetDateTime();
    }

    /** A moment by the clock of a location that is open then, else of the first; in UTC where its zone is not known. */
    public OffsetDateTime local(Instant at) {
        return shown(at, at);
    }

    /** Whether every schedule of every location could be read, so that what none of them says is not said. */
    public boolean isComplete() {
        return locations.stream().allMatch(LocationHours::isComplete);
    }

    /** Whether no schedule could be read. */
    public boolean isEmpty() {
        return locations.stream().allMatch(LocationHours::isEmpty);
    }
}
