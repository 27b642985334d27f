package org.nowrongdoor.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Opening hours as FHIR has them: days of the week with clock times. Whatever is not weekly is told in words. */
final class AvailabilityMapper {

    private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
    private static final List<String> FHIR_DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final List<String> NOT_EVERY_WEEK =
            List.of("count", "dtstart", "until", "valid_from", "valid_to", "bymonthday", "byyearday", "byweekno");
    private static final List<String> REPEATING = List.of("freq", "byday", "bymonthday", "byyearday", "byweekno");
    private static final Pattern CLOCK = Pattern.compile("(?:([01]\\d|2[0-3]):([0-5]\\d)|(24):(00)).*");
    private static final List<String> IDS = List.of("id", "service_id", "location_id", "service_at_location_id");
    private static final String MIDNIGHT = "00:00";
    private static final String END_OF_DAY = "24:00";
    private static final String LAST_MINUTE = "23:59";
    private static final Map<String, String> BOUNDS =
            Map.of("valid_from", "from", "dtstart", "from", "valid_to", "to", "until", "to");
    // 31: a longer time without any clock time is a remark, no closure.
    private static final int LONGEST_CLOSURE_DAYS = 31;

    private AvailabilityMapper() {}

    /** Adds the hours of a service.
     *  @param locations its own schedules, or those of each of its locations. Of several it is told when any of them is open;
     *      that one of them is closed stands in words, since the service is not */
    static void addTo(ObjectNode service, List<JsonNode> locations) {
        var distinct = locations.stream()
                .map(AvailabilityMapper::withoutIds)
                .distinct()
                .toList();
        var words = new LinkedHashSet<String>();
        var told = new HashSet<JsonNode>();
        if (distinct.size() > 1) {
            words.add("hours differ from one location to another: call first");
        }
        for (var schedules : distinct) {
            for (var schedule : schedules) {
                if (!told.add(schedule)) {
                    continue;
                }
                if (isWeekly(schedule)) {
                    addWeekly(service, schedule);
                } else if (isClosure(schedule) && distinct.size() == 1) {
                    FhirJsonBuilder.add(service, "notAvailable", closure(schedule));
                } else {
                    words.add(
                            isClosure(schedule) ? "closed at some locations " + inWords(schedule) : inWords(schedule));
                }
            }
            if (schedules.isEmpty()) {
                words.add("hours are not known at every location: call first");
            }
        }
        FhirJsonBuilder.text(service, "availabilityExceptions", String.join("; ", words));
    }

    /** What schedules say, without whose they are. */
    private static JsonNode withoutIds(JsonNode schedules) {
        var said = FhirJsonBuilder.array();
        schedules.forEach(schedule -> said.add(((ObjectNode) schedule.deepCopy()).without(IDS)));
        return said;
    }

    private static boolean isWeekly(JsonNode schedule) {
        var everyWeek = schedule.path("freq").asText("").equals("WEEKLY")
                && (!schedule.has("interval") || schedule.path("interval").asDouble() == 1)
                && NOT_EVERY_WEEK.stream().noneMatch(schedule::has);
        return everyWeek
                && days(schedule).isPresent()
                && clock(schedule.path("opens_at").textValue()) != null
                && clock(schedule.path("closes_at").textValue()) != null
                // Some write so that it is closed, others that it never is.
                && !Objects.equals(
                        clock(schedule.path("opens_at").textValue()),
                        clock(schedule.path("closes_at").textValue()));
    }

    /** Whether a schedule names days alone, and so says that they are closed. */
    private static boolean isClosure(JsonNode schedule) {
        var from = day(schedule, "valid_from", "dtstart");
        var to = day(schedule, "valid_to", "until");
        return from != null
                && to != null
                && !to.isBefore(from)
                && ChronoUnit.DAYS.between(from, to) < LONGEST_CLOSURE_DAYS
                && Stream.concat(REPEATING.stream(), Stream.of("opens_at", "closes_at"))
                        .allMatch(name -> schedule.path(name).asText("").isBlank());
    }

    private static ObjectNode closure(JsonNode schedule) {
        var words = Stream.of("description", "notes")
                .map(name -> schedule.path(name).asText(""))
                .filter(text -> !text.isBlank())
                .toList();
        var closed = FhirJsonBuilder.object().put("description", words.isEmpty() ? "Closed" : String.join(" ", words));
        closed.putObject("during")
                .put("start", String.valueOf(day(schedule, "valid_from", "dtstart")))
                .put("end", String.valueOf(day(schedule, "valid_to", "until")));
        return closed;
    }

    private static @Nullable LocalDate day(JsonNode schedule, String... names) {
        for (var name : names) {
            var text = schedule.path(name).asText("");
            if (!text.isBlank()) {
                try {
                    return LocalDate.parse(text);
                } catch (DateTimeParseException e) {
                    return null;
                }
            }
        }
        return null;
    }

    private static void addWeekly(ObjectNode service, JsonNode schedule) {
        var days = days(schedule).orElseThrow();
        var opens = String.valueOf(clock(schedule.path("opens_at").textValue()));
        var closes = String.valueOf(clock(schedule.path("closes_at").textValue()));
        // HSDS writes a day of 24 hours as 00:00 to 23:59.
        if ((opens.equals(MIDNIGHT) && (closes.equals(LAST_MINUTE) || closes.equals(END_OF_DAY)))
                || isMinuteBefore(closes, opens)) {
            var all = on(days);
            all.put("allDay", true);
            FhirJsonBuilder.add(service, "availableTime", all);
        } else if (opens.compareTo(closes) < 0 && !closes.equals(END_OF_DAY)) {
            FhirJsonBuilder.add(service, "availableTime", between(days, opens + ":00", closes + ":00"));
        } else {
            FhirJsonBuilder.add(service, "availableTime", between(days, opens + ":00", "23:59:59"));
            if (!closes.equals(MIDNIGHT) && !closes.equals(END_OF_DAY)) {
                FhirJsonBuilder.add(service, "availableTime", between(next(days), "00:00:00", closes + ":00"));
            }
        }
    }

    /** Whether it closes a minute before it opens, which means that it does not close. */
    private static boolean isMinuteBefore(String closes, String opens) {
        return !closes.equals(END_OF_DAY)
                && LocalTime.parse(closes).plusMinutes(1).equals(LocalTime.parse(opens));
    }

    private static Optional<List<Integer>> days(JsonNode schedule) {
        var named = Arrays.stream(schedule.path("byday").asText("").split(",", -1))
                .map(String::strip)
                .toList();
        return DAYS.containsAll(named)
                ? Optional.of(
                        named.stream().map(DAYS::indexOf).sorted().distinct().toList())
                : Optional.empty();
    }

    private static List<Integer> next(List<Integer> days) {
        return days.stream().map(day -> (day + 1) % 7).sorted().toList();
    }

    private static ObjectNode between(List<Integer> days, String start, String end) {
        return on(days).put("availableStartTime", start).put("availableEndTime", end);
    }

    private static ObjectNode on(List<Integer> days) {
        var time = FhirJsonBuilder.object();
        days.forEach(day -> FhirJsonBuilder.add(time, "daysOfWeek", FHIR_DAYS.get(day)));
        return time;
    }

    private static @Nullable String clock(@Nullable String text) {
        var match = CLOCK.matcher(text == null ? "" : text);
        if (!match.matches()) {
            return null;
        }
        return match.group(1) == null ? END_OF_DAY : match.group(1) + ":" + match.group(2);
    }

    private static String inWords(JsonNode schedule) {
        var words = new ArrayList<String>();
        for (var name : List.of("description", "freq", "byday", "bymonthday", "opens_at", "closes_at", "notes")) {
            if (!schedule.path(name).asText("").isBlank()) {
                words.add(schedule.path(name).asText());
            }
        }
        for (var name : List.of("valid_from", "dtstart", "valid_to", "until")) {
            if (!schedule.path(name).asText("").isBlank()) {
                words.add(BOUNDS.get(name) + " " + schedule.path(name).asText());
            }
        }
        return String.join(" ", words);
    }
}
