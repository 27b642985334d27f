package org.nowrongdoor.directory.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nowrongdoor.directory.hours.OpenState.State;
import org.nowrongdoor.directory.record.Schedule;

/** No schedule keeps the calculation of hours busy, and one that is out of bounds leaves them unknown. */
class HostileScheduleTest {

    private static final Instant NOW = Instant.parse("2026-08-01T12:00:00Z");
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "freq=MONTHLY;interval=2147483647;bymonthday=31;dtstart=2020-01-31 | interval",
                "freq=MONTHLY;interval=12;bymonthday=30;dtstart=2020-02-29 | bymonthday",
                "freq=MONTHLY;byday=6MO | byday",
                "freq=WEEKLY;byday=MO;timezone=1E+29 | timezone",
                "freq=WEEKLY;byday=MO;timezone=4294967296 | timezone",
                "freq=WEEKLY;byday=MO;timezone=19 | timezone",
                "freq=WEEKLY;byday=MO;timezone=-12.5 | timezone",
                "freq=WEEKLY;byday=MO;interval=0 | interval",
                "freq=WEEKLY;byday=MO;interval=-1 | interval",
                "freq=WEEKLY;byday=MO;interval=1.5 | interval",
                "freq=WEEKLY;byday=MO;interval=4294967297 | interval",
                "freq=WEEKLY;byday=MO;count=0 | count",
                "freq=WEEKLY;byday=MO;count=2147483647 | count",
                "freq=WEEKLY;byday=MO;count=1E+29 | count",
                "freq=SECONDLY;byday=MO | freq",
                "byday=MO;wkst=XX | wkst",
                "byday=garbage | byday",
                "byday=MO,;INTERVAL=3 | byday",
                "freq=WEEKLY;byday=2MO | byday",
                "freq=MONTHLY;byday=0MO | byday",
                "freq=MONTHLY;byday=-6FR | byday",
                "bymonthday=0 | bymonthday",
                "bymonthday=99 | bymonthday",
                "bymonthday=1,-32 | bymonthday",
                "byyearday=999 | byyearday",
                "byyearday=-367 | byyearday",
                "byweekno=60;byday=MO | byweekno",
                "byday=MO;dtstart=1066-10-14 | dtstart",
                "byday=MO;valid_from=9999-01-01 | valid_from",
                "byday=MO;until=0000-01-01 | until",
                "byday=MO;opens_at=25:00 | opens_at",
                "byday=MO;opens_at=09:00+99:99 | opens_at",
                "byday=MO;opens_at=09:00+15:00 | opens_at",
                "byday=MO;closes_at=noon | closes_at",
                "bymonthday=31;byyearday=60 | bymonthday",
            })
    void whatIsOutOfBoundsIsNamed(String written, String member) {
        var members = members(written);
        assertEquals(
                List.of(member),
                ScheduleChecker.check(new ScheduleMembers(members)).stream()
                        .map(ScheduleChecker.Breach::member)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "byday | mo, tu | MO,TU",
                "byday | [\"MO\",\"TU\"] | MO,TU",
                "byday | MO;TU | MO,TU",
                "byday | Monday and Tuesday | MO,TU",
                "byday | Monday, Thursdays, sat | MO,TH,SA",
                "byday | MO TU | MO,TU",
                "byday | +2MO, -1 fr | 2MO,-1FR",
                "byday | MO,MO | MO",
                "bymonthday | 1; 15 ;-1 | 1,15,-1",
                "bymonthday | 01,15 | 1,15",
                "freq | weekly | WEEKLY",
                "interval | 2 | 2"
            })
    void whatCanBeReadHasOneForm(String member, String written, String kept) {
        assertEquals(kept, new ScheduleMembers(Map.of(member, written)).texts().get(member));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "freq=MONTHLY;interval=2147483647;bymonthday=31;dtstart=2020-01-31",
                "freq=MONTHLY;interval=12;bymonthday=30;dtstart=2020-02-29",
                "freq=MONTHLY;byday=6MO",
                "freq=WEEKLY;byday=SA;timezone=1E+29",
                "freq=WEEKLY;byday=SA;interval=4294967297;dtstart=2026-08-01",
            })
    void poisonOfAnOlderVersionIsNeitherOpenNorClosed(String written) {
        var members = members(written);
        members.put("opens_at", "00:00");
        members.put("closes_at", "23:59");
        var hours = OpeningHours.of(List.of(schedule(members)), CHICAGO);
        assertEquals(State.UNKNOWN, hours.state(NOW).state());
        assertFalse(hours.isComplete());
    }

    @Test
    void moreSchedulesThanDaysOfAYearAreNotRead() {
        var daily = members("byday=MO,TU,WE,TH,FR,SA,SU;opens_at=09:00;closes_at=10:00");
        var many = Stream.generate(() -> schedule(daily))
                .limit(ScheduleChecker.MOST_SCHEDULES + 1)
                .toList();
        assertFalse(OpeningHours.of(many, CHICAGO).isComplete());
        assertTrue(OpeningHours.of(many.subList(1, many.size()), CHICAGO).isComplete());
    }

    @Property(tries = 500)
    void everyExpansionEnds(@ForAll("hostile") List<Map<String, String>> written) {
        var threads = ManagementFactory.getThreadMXBean();
        long begin = threads.getCurrentThreadCpuTime();
        var schedules = written.stream().map(HostileScheduleTest::schedule).toList();
        for (var zone : new ZoneId[] {CHICAGO, null}) {
            var hours = OpeningHours.of(schedules, zone);
            var state = hours.state(NOW);
            hours.lasts(state, NOW);
            hours.isKnown(NOW);
            hours.intervals(NOW, NOW.plus(Duration.ofDays(400)));
        }
        var took = Duration.ofNanos(threads.getCurrentThreadCpuTime() - begin);
        assertTrue(took.toMillis() < 500, took + " for " + written);
    }

    @Property(tries = 500)
    void rulesWithinBoundsMeanWhatTheRfcSays(@ForAll("sane") Map<String, String> written)
            throws InvalidRecurrenceRuleException {
        var members = new ScheduleMembers(written);
        if (!ScheduleChecker.check(members).isEmpty()) {
            return;
        }
        var rule = Recurrence.find(members).orElseThrow();
        var text = written.entrySet().stream()
                .filter(part -> !part.getKey().equals("dtstart"))
                .map(part -> part.getKey().toUpperCase(Locale.ROOT) + "=" + part.getValue())
                .collect(Collectors.joining(";"));
        var start = LocalDate.parse(written.get("dtstart"));
        var expected = new TreeSet<LocalDate>();
        var each = new RecurrenceRule(text, RecurrenceRule.RfcMode.RFC5545_LAX)
                .iterator(new DateTime(start.getYear(), start.getMonthValue() - 1, start.getDayOfMonth()));
        var end = start.plusYears(4);
        while (each.hasNext()) {
            var next = each.nextDateTime();
            var day = LocalDate.of(next.getYear(), next.getMonth() + 1, next.getDayOfMonth());
            if (day.isAfter(end)) {
                break;
            }
            expected.add(day);
        }
        assertEquals(expected, new TreeSet<>(rule.between(start, end)), text + " from " + start);
    }

    @Provide
    Arbitrary<Map<String, String>> sane() {
        return Arbitraries.randomValue(random -> {
            var rule = new LinkedHashMap<String, String>();
            var isMonthly = random.nextBoolean();
            rule.put("freq", isMonthly ? "MONTHLY" : "WEEKLY");
            var days = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
            if (!isMonthly || random.nextBoolean()) {
                var ordinal = isMonthly ? List.of("", "1", "2", "-1", "4", "-2").get(random.nextInt(6)) : "";
                rule.put("byday", ordinal + days.get(random.nextInt(7)) + "," + ordinal + days.get(random.nextInt(7)));
            } else {
                rule.put(
                        "bymonthday",
                        List.of("1", "15", "-1", "31", "1,-3", "10,20,28").get(random.nextInt(6)));
            }
            rule.put("interval", String.valueOf(1 + random.nextInt(4)));
            rule.put("wkst", days.get(random.nextInt(7)));
            if (random.nextInt(3) == 0) {
                rule.put("count", String.valueOf(1 + random.nextInt(30)));
            }
            rule.put(
                    "dtstart",
                    LocalDate.of(2024, 1, 1).plusDays(random.nextInt(900)).toString());
            return rule;
        });
    }

    @Provide
    Arbitrary<List<Map<String, String>>> hostile() {
        var values = Map.ofEntries(
                Map.entry("freq", List.of("DAILY", "WEEKLY", "MONTHLY", "YEARLY", "SECONDLY", "weekly", "")),
                Map.entry("wkst", List.of("MO", "SU", "XX")),
                Map.entry("interval", List.of("0", "-1", "1", "2", "12", "120", "2147483647", "1E+29", "0.5")),
                Map.entry("count", List.of("0", "-1", "1", "10000", "2147483647", "1E+29")),
                Map.entry("byday", List.of("MO", "6MO", "-1FR", "53SU", "MO,TU,WE,TH,FR,SA,SU", "x", "MO;INTERVAL=9")),
                Map.entry("bymonthday", List.of("31", "-31", "30", "0", "99", "1,2,3,4,5", "1;COUNT=3")),
                Map.entry("byyearday", List.of("366", "-366", "60", "999")),
                Map.entry("byweekno", List.of("53", "-53", "1", "60")),
                Map.entry("dtstart", List.of("2020-02-29", "0001-01-01", "1900-01-01", "2199-12-31", "9999-12-31")),
                Map.entry("until", List.of("0000-01-01", "2026-12-31", "9999-12-31")),
                Map.entry("valid_from", List.of("0000-01-01", "2026-01-01", "9999-12-31")),
                Map.entry("valid_to", List.of("0000-01-01", "2026-12-31", "9999-12-31")),
                Map.entry("timezone", List.of("1E+29", "-1E+29", "19", "-6", "0.0001")),
                Map.entry("opens_at", List.of("00:00", "09:00", "24:00", "99:99", "09:00+99:99", "09:00+14:00")),
                Map.entry("closes_at", List.of("23:59", "08:00", "09:00", "24:00", "x")));
        return Arbitraries.<Map<String, String>>randomValue(random -> {
                    var schedule = new LinkedHashMap<String, String>();
                    values.forEach((name, choices) -> {
                        if (random.nextInt(3) > 0) {
                            schedule.put(name, choices.get(random.nextInt(choices.size())));
                        }
                    });
                    return schedule;
                })
                .list()
                .ofMinSize(1)
                .ofMaxSize(20);
    }

    private static Map<String, String> members(String written) {
        var members = new LinkedHashMap<String, String>();
        for (var part : written.split(";(?=[a-z])", -1)) {
            var equals = part.indexOf('=');
            members.put(part.substring(0, equals), part.substring(equals + 1));
        }
        assertTrue(Set.copyOf(ScheduleMembers.NAMES).containsAll(members.keySet()));
        return members;
    }

    private static Schedule schedule(Map<String, String> members) {
        return new Schedule(
                UUID.randomUUID(),
                null,
                null,
                null,
                day(members.get("valid_from")),
                day(members.get("valid_to")),
                day(members.get("dtstart")),
                number(members.get("timezone")),
                day(members.get("until")),
                number(members.get("count")),
                members.get("wkst"),
                members.get("freq"),
                number(members.get("interval")),
                members.get("byday"),
                members.get("byweekno"),
                members.get("bymonthday"),
                members.get("byyearday"),
                null,
                members.get("opens_at"),
                members.get("closes_at"),
                null,
                null,
                null,
                List.of(),
                List.of());
    }

    private static LocalDate day(String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static BigDecimal number(String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
