package org.nowrongdoor.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Opening hours as FHIR has them: days of the week with clock times. Whatever is not weekly is told in words. */
final class AvailabilityMapper {

    private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
    private static final List<String> FHIR_DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final Pattern CLOCK = Pattern.compile("([01]\\d|2[0-3]):([0-5]\\d).*");
    private static final String MIDNIGHT = "00:00";
    private static final String LAST_MINUTE = "23:59";

    private AvailabilityMapper() {}

    /** Adds the hours of an HSDS record to a service. */
    static void addTo(ObjectNode service, JsonNode record) {
        var words = new ArrayList<String>();
        for (var schedule : record.path("schedules")) {
            if (isWeekly(schedule)) {
                addWeekly(service, schedule);
            } else {
                words.add(inWords(schedule));
            }
        }
        FhirJsonBuilder.text(service, "availabilityExceptions", String.join("; ", words));
    }

    private static boolean isWeekly(JsonNode schedule) {
        var everyWeek = schedule.path("freq").asText("").equals("WEEKLY")
                && schedule.path("interval").asInt(1) == 1
                && !schedule.has("count");
        return everyWeek
                && days(schedule).isPresent()
                && clock(schedule.path("opens_at").textValue()) != null
                && clock(schedule.path("closes_at").textValue()) != null
                && !schedule.has("valid_from")
                && !schedule.has("valid_to");
    }

    private static void addWeekly(ObjectNode service, JsonNode schedule) {
        var days = days(schedule).orElseThrow();
        var opens = String.valueOf(clock(schedule.path("opens_at").textValue()));
        var closes = String.valueOf(clock(schedule.path("closes_at").textValue()));
        // HSDS writes a day of 24 hours as 00:00 to 23:59.
        if (opens.equals(MIDNIGHT) && (closes.equals(LAST_MINUTE) || closes.equals(MIDNIGHT))) {
            var all = on(days);
            all.put("allDay", true);
            FhirJsonBuilder.add(service, "availableTime", all);
        } else if (opens.compareTo(closes) < 0) {
            FhirJsonBuilder.add(service, "availableTime", between(days, opens + ":00", closes + ":00"));
        } else {
            FhirJsonBuilder.add(service, "availableTime", between(days, opens + ":00", "23:59:59"));
            if (!closes.equals(MIDNIGHT)) {
                FhirJsonBuilder.add(service, "availableTime", between(next(days), "00:00:00", closes + ":00"));
            }
        }
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
        return match.matches() ? match.group(1) + ":" + match.group(2) : null;
    }

    private static String inWords(JsonNode schedule) {
        var words = new ArrayList<String>();
        for (var name : List.of("description", "freq", "byday", "bymonthday", "opens_at", "closes_at", "notes")) {
            if (!schedule.path(name).asText("").isBlank()) {
                words.add(schedule.path(name).asText());
            }
        }
        for (var name : List.of("valid_from", "valid_to")) {
            if (!schedule.path(name).asText("").isBlank()) {
                words.add(name.replace("valid_", "") + " " + schedule.path(name).asText());
            }
        }
        return String.join(" ", words);
    }
}
