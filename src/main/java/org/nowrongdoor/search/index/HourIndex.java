package org.nowrongdoor.search.index;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.hours.LocationSchedules;
import org.nowrongdoor.directory.hours.OpenState;
import org.nowrongdoor.directory.hours.OpeningHours;
import org.nowrongdoor.directory.record.Phone;
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
    public static final String WRITTEN_OUT = "dated";

    /** Hours of which nothing is said. */
    static final Kept NOTHING = new Kept(List.of(), List.of());

    private static final LocalDate REFERENCE_MONDAY = LocalDate.of(2026, 1, 5);
    private static final int DAYS_AHEAD = 400;
    private static final Duration NOW = Duration.ofMinutes(1);

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
    Kept kept(List<LocationSchedules> locations) {
        var hours = OpeningHours.ofLocations(locations);
        if (hours.isEmpty()) {
            return new Kept();
        }
        return hours.isComplete() && locations.stream().allMatch(HourIndex::isWeekly)
                ? weekly(locations)
                : writtenOut(hours, locations);
    }

    private static boolean isWeekly(LocationSchedules location) {
        return location.zone() != null && location.schedules().stream().allMatch(HourIndex::isWeekly);
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

    /** The same of another moment, which the answer names; of one in this minute as of now. */
    public Hit.Open state(StoredService service, Instant at) {
        if (Duration.between(at, clock.instant()).abs().compareTo(NOW) < 0) {
            return state(service);
        }
        return open(service, at, hours(service).local(at).toString());
    }

    private Spell spell(StoredService service, Instant now) {
        var hours = hours(service);
        var lasts = Stream.concat(Stream.of(hours), apart(service, hours).stream())
                .map(there -> there.lasts(there.state(now), now))
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return new Spell(now, lasts, open(service, now, null));
    }

    private Hit.Open open(StoredService service, Instant moment, @Nullable String at) {
        var hours = hours(service);
        var state = hours.state(moment);
        var isCalled = isCalled(service);
        var locations = new ArrayList<Hit.OpenLocation>();
        var apart = apart(service, hours);
        for (int i = 0; i < apart.size(); i++) {
            var there = apart.get(i).state(moment);
            service.hours()
                    .get(i)
                    .locationIds()
                    .forEach(id -> locations.add(new Hit.OpenLocation(
                            id, word(there, isCalled), text(there.until()), text(there.opensAt()))));
        }
        return new Hit.Open(word(state, isCalled), text(state.until()), text(state.opensAt()), at, locations);
    }

    /** The hours of each location, where they are told apart. */
    private static List<OpeningHours> apart(StoredService service, OpeningHours hours) {
        return isToldApart(service) ? hours.each() : List.of();
    }

    /** Whether public locations have different hours; those of one that is not public stand for no other. */
    private static boolean isToldApart(StoredService service) {
        return service.hours().stream()
                        .filter(location -> !location.locationIds().isEmpty())
                        .count()
                > 1;
    }

    private static String word(OpenState state, boolean isCalled) {
        return switch (state.state()) {
            case OPEN -> "open";
            case CLOSED -> "closed";
            case UNKNOWN -> isCalled ? "call_first" : "unknown";
        };
    }

    private static @Nullable String text(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toString();
    }

    private static boolean isCalled(StoredService service) {
        return service.service().phones().stream()
                .anyMatch(phone -> Phone.Use.of(phone.type()).isAnswered());
    }

    public boolean isUnknown(StoredService service, Instant at) {
        return hours(service).isUnknown(at);
    }

    /** Read once for as long as the service is kept. */
    private OpeningHours hours(StoredService service) {
        return service.prepared().get(HOURS, () -> OpeningHours.ofLocations(service.hours()));
    }

    private static boolean isWeekly(Schedule s) {
        var isBounded = Stream.of(s.validFrom(), s.validTo(), s.dtstart(), s.until(), s.count())
                .anyMatch(Objects::nonNull);
        var isPicky = Stream.of(s.byweekno(), s.bymonthday(), s.byyearday()).anyMatch(Objects::nonNull);
        var isEvery = s.interval() == null || s.interval().compareTo(BigDecimal.ONE) == 0;
        return "WEEKLY".equals(s.freq()) && s.byday() != null && isEvery && !isBounded && !isPicky;
    }

    private Kept weekly(List<LocationSchedules> locations) {
        var kept = new Kept();
        kept.tokens.add(ALWAYS_KNOWN);
        kept.spans.add(HourSpans.ALWAYS_KNOWN);
        var byClock = locations.stream()
                .collect(Collectors.groupingBy(location -> zone(location).getId()));
        byClock.forEach((zone, there) -> {
            var from = REFERENCE_MONDAY.atStartOfDay(ZoneId.of(zone)).toInstant();
            var clock = zones.firstLike(zone);
            OpeningHours.ofLocations(there)
                    .intervals(from, from.plus(Duration.ofDays(7)))
                    .forEach(span ->
                            kept.open(WEEKLY + clock, clock, minutes(from, span.start()), minutes(from, span.end())));
        });
        return kept;
    }

    private static ZoneId zone(LocationSchedules location) {
        return location.zone() == null ? ZoneOffset.UTC : ZoneId.of(location.zone());
    }

    private Kept writtenOut(OpeningHours hours, List<LocationSchedules> locations) {
        var zone = zone(locations.get(0));
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
        hours.knownIntervals(from, to)
                .forEach(span -> kept.known(
                        span.start().getEpochSecond() / 60, span.end().getEpochSecond() / 60));
        return kept;
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
