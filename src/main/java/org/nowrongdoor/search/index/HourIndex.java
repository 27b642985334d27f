package org.nowrongdoor.search.index;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.hours.OpeningHours;
import org.nowrongdoor.directory.record.Schedule;
import org.nowrongdoor.region.Regions;
import org.nowrongdoor.search.model.DerivedValues;
import org.nowrongdoor.search.model.Hit;
import org.nowrongdoor.search.model.StoredService;

/** Opening hours on their way into the index, and a moment on its way into a query.
 *
 *  <p>Hours that repeat every week become minutes of the local week, exact in every week, clock changes included. All
 *  others are written out 13 months ahead. Hours that nothing is said about are known to be neither open nor closed. */
@Singleton
public class HourIndex {

    private static final DerivedValues.Key<OpeningHours> HOURS = new DerivedValues.Key<>();
    private static final DerivedValues.Key<AtomicReference<Spell>> SPELL = new DerivedValues.Key<>();

    private static final String OPEN = "o";
    private static final String KNOWN = "k";
    private static final String WEEKLY = "w:";

    /** Stands among the hours of a service whose hours are known at every moment. */
    private static final String ALWAYS_KNOWN = "known";

    /** Stands among hours that were written out and run out one day. */
    static final String WRITTEN_OUT = "dated";

    private static final LocalDate REFERENCE_MONDAY = LocalDate.of(2026, 1, 5);
    private static final int DAYS_AHEAD = 400;

    private final Clock clock;
    private final EquivalentTimeZones zones;

    HourIndex(Clock clock, Regions regions) {
        this.clock = clock;
        this.zones = EquivalentTimeZones.of(regions.list().stream()
                .map(region -> region.timeZone())
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        HourSpans.checkApart(zones.first());
    }

    /** A moment as a query asks for it.
     *  @param open tokens of which a service that is open then has one
     *  @param known tokens of which a service has one when it can be told whether it is open then
     *  @param clocks what clocks show then */
    public record Moment(Instant at, List<String> open, List<String> known, HourSpans.Clocks clocks) {}

    /** What the index keeps of some schedules: the same said twice.
     *  @param tokens to be asked for
     *  @param spans to be looked at, see {@link HourSpans} */
    record Kept(List<String> tokens, List<Long> spans) {

        private Kept() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        private void open(String prefix, String clock, long from, long to) {
            tokens.addAll(HourTokens.cover(prefix, from, to));
            spans.add(HourSpans.open(clock, from, to));
        }

        private void known(long from, long to) {
            tokens.addAll(HourTokens.cover(KNOWN, from, to));
            spans.add(HourSpans.known(from, to));
        }
    }

    /** What the index keeps; nothing where no schedule can be read. */
    Kept kept(List<Schedule> schedules, @Nullable String zone) {
        var zoneId = zone == null ? null : ZoneId.of(zone);
        var hours = OpeningHours.of(schedules, zoneId);
        if (hours.isEmpty()) {
            return new Kept();
        }
        return zoneId != null && schedules.stream().allMatch(HourIndex::isWeekly)
                ? weekly(hours, zoneId)
                : writtenOut(hours, zoneId == null ? ZoneOffset.UTC : zoneId);
    }

    public Moment at(Instant moment) {
        var minute = moment.getEpochSecond() / 60;
        var open = new ArrayList<>(HourTokens.at(OPEN, minute));
        var shown = new LinkedHashMap<>(Map.of(HourSpans.UTC, minute));
        for (var zone : zones.first()) {
            var ofWeek = minuteOfWeek(moment, ZoneId.of(zone));
            open.addAll(HourTokens.at(WEEKLY + zone, ofWeek, HourTokens.LEVELS_OF_A_WEEK));
            shown.put(zone, ofWeek);
        }
        var known = Stream.concat(Stream.of(ALWAYS_KNOWN), HourTokens.at(KNOWN, minute).stream())
                .toList();
        return new Moment(moment, open, known, new HourSpans.Clocks(shown));
    }

    /** A time in which what is said of the hours stays the same.
     *  @param to the first moment at which it may be something else */
    private record Spell(Instant from, Instant to, Hit.Open open) {
        boolean holds(Instant at) {
            return !at.isBefore(from) && at.isBefore(to);
        }
    }

    /** Whether a service is open now, and when that changes; where no one said, whom to call. */
    public Hit.Open state(StoredService service) {
        var now = clock.instant();
        var last = service.prepared().get(SPELL, AtomicReference::new);
        var known = last.get();
        if (known == null || !known.holds(now)) {
            known = spell(service, now);
            last.set(known);
        }
        return known.open();
    }

    private Spell spell(StoredService service, Instant now) {
        var hours = hours(service);
        var state = hours.state(now);
        var open = switch (state.state()) {
            case OPEN -> new Hit.Open("open", Objects.toString(state.until(), null), null);
            case CLOSED -> new Hit.Open("closed", null, Objects.toString(state.opensAt(), null));
            case UNKNOWN -> new Hit.Open(service.service().phones().isEmpty() ? "unknown" : "call_first", null, null);
        };
        return new Spell(now, hours.lasts(state, now), open);
    }

    public boolean isUnknown(StoredService service, Instant at) {
        return !hours(service).isKnown(at);
    }

    /** Read once for as long as the service is kept. */
    private OpeningHours hours(StoredService service) {
        return service.prepared()
                .get(
                        HOURS,
                        () -> OpeningHours.of(
                                service.schedules(), service.zone() == null ? null : ZoneId.of(service.zone())));
    }

    private static boolean isWeekly(Schedule s) {
        var isBounded = Stream.of(s.validFrom(), s.validTo(), s.dtstart(), s.until(), s.count())
                .anyMatch(Objects::nonNull);
        var isPicky = Stream.of(s.byweekno(), s.bymonthday(), s.byyearday()).anyMatch(Objects::nonNull);
        var isEvery = s.interval() == null || s.interval().intValue() == 1;
        return "WEEKLY".equals(s.freq()) && s.byday() != null && isEvery && !isBounded && !isPicky;
    }

    private Kept weekly(OpeningHours hours, ZoneId zone) {
        var from = REFERENCE_MONDAY.atStartOfDay(zone).toInstant();
        var kept = new Kept();
        kept.tokens.add(ALWAYS_KNOWN);
        kept.spans.add(HourSpans.ALWAYS_KNOWN);
        var clock = zones.firstLike(zone.getId());
        hours.intervals(from, from.plus(Duration.ofDays(7)))
                .forEach(span ->
                        kept.open(WEEKLY + clock, clock, minutes(from, span.start()), minutes(from, span.end())));
        return kept;
    }

    private Kept writtenOut(OpeningHours hours, ZoneId zone) {
        var first = LocalDate.ofInstant(clock.instant(), zone).minusDays(1);
        var from = first.atStartOfDay(zone).toInstant();
        var to = first.plusDays(DAYS_AHEAD).atStartOfDay(zone).toInstant();
        var kept = new Kept();
        kept.tokens.add(WRITTEN_OUT);
        hours.intervals(from, to)
                .forEach(span -> kept.open(
                        OPEN,
                        HourSpans.UTC,
                        span.start().getEpochSecond() / 60,
                        span.end().getEpochSecond() / 60));
        var day = first;
        while (day.isBefore(first.plusDays(DAYS_AHEAD))) {
            var start = day;
            while (day.isBefore(first.plusDays(DAYS_AHEAD)) && isKnown(hours, day, zone)) {
                day = day.plusDays(1);
            }
            if (day.isAfter(start)) {
                kept.known(
                        start.atStartOfDay(zone).toEpochSecond() / 60,
                        day.atStartOfDay(zone).toEpochSecond() / 60);
            } else {
                day = day.plusDays(1);
            }
        }
        return kept;
    }

    private static boolean isKnown(OpeningHours hours, LocalDate day, ZoneId zone) {
        return hours.isKnown(day.atTime(12, 0).atZone(zone).toInstant());
    }

    private static long minuteOfWeek(Instant moment, ZoneId zone) {
        var local = moment.atZone(zone);
        var day = local.getDayOfWeek().getValue() - DayOfWeek.MONDAY.getValue();
        return (day * 24L + local.getHour()) * 60 + local.getMinute();
    }

    private static long minutes(Instant from, Instant to) {
        return Duration.between(from, to).toMinutes();
    }
}
