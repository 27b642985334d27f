package org.nowrongdoor.support;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A service drawn by lot, as plain data: what a search over all of them finds can be worked out by looking at each.
 *  @param areas ids of the areas it covers
 *  @param site the town near whose middle it has a public site; null where it has none
 *  @param facts code to value; one that is absent is unknown
 *  @param hours when it is open in the week; null where no one said */
public record RandomService(
        UUID id,
        String kind,
        Set<String> needs,
        Set<String> areas,
        @Nullable Town site,
        double north,
        double east,
        Set<String> languages,
        Set<String> phones,
        Map<String, String> facts,
        @Nullable Hours hours,
        @Nullable Integer minAge,
        @Nullable Integer maxAge) {

    /** A town with the regions around it, from the smallest on, and where its middle is. */
    record Town(String id, String city, String county, String state, ZoneId zone, double latitude, double longitude) {
        List<String> regions() {
            return List.of(id, county, state, "us");
        }
    }

    /** The same hours on some days; past midnight where they end before they begin. */
    record Hours(Set<DayOfWeek> days, LocalTime opens, LocalTime closes, ZoneId zone) {

        boolean isOpen(Instant at) {
            var local = at.atZone(zone);
            var time = local.toLocalTime();
            var today = days.contains(local.getDayOfWeek());
            if (opens.isBefore(closes)) {
                return today && !time.isBefore(opens) && time.isBefore(closes);
            }
            var yesterday = days.contains(local.getDayOfWeek().minus(1));
            return (today && !time.isBefore(opens)) || (yesterday && time.isBefore(closes));
        }

        String json() {
            var byday = days.stream().map(day -> day.name().substring(0, 2)).collect(Collectors.joining(","));
            return Json.json("{'freq': 'WEEKLY', 'byday': '%s', 'opens_at': '%s', 'closes_at': '%s'}")
                    .formatted(byday, opens, closes);
        }
    }

    private static final ZoneId CENTRAL = ZoneId.of("America/Chicago");
    static final List<Town> TOWNS = List.of(
            new Town("MN/minneapolis", "Minneapolis", "27053", "MN", CENTRAL, 44.97997, -93.26384),
            new Town("MN/duluth", "Duluth", "27137", "MN", CENTRAL, 46.78327, -92.10658),
            new Town("WI/madison", "Madison", "55025", "WI", CENTRAL, 43.07305, -89.40123),
            new Town("WI/milwaukee", "Milwaukee", "55079", "WI", CENTRAL, 43.0389, -87.90647),
            new Town("FL/tampa", "Tampa", "12057", "FL", ZoneId.of("America/New_York"), 27.94752, -82.45843));
    static final List<String> NEEDS =
            List.of("basic.food", "basic.clothing", "shelter.emergency", "legal.immigration", "hr.supplies");
    static final List<String> LANGUAGES = List.of("en", "es", "hmn", "so");
    static final List<String> POLICE =
            List.of("none", "on_client_request_only", "certification_only", "task_force_or_mou");
    private static final List<String> KINDS =
            List.of("service", "service", "service", "hotline", "navigator", "training", "report_line");
    private static final List<String> YES_NO = List.of(
            "sobriety_required", "id_required", "sex_worker_led", "survivor_led", "peer_led", "police_report_required");

    public static RandomService draw(Random random, int number) {
        var town = any(random, TOWNS);
        var areas = new TreeSet<String>();
        areas.add(any(random, town.regions()));
        if (random.nextInt(4) == 0) {
            areas.add(any(random, any(random, TOWNS).regions()));
        }
        var facts = new TreeMap<String, String>();
        YES_NO.stream()
                .filter(code -> random.nextInt(3) == 0)
                .forEach(code -> facts.put(code, random.nextBoolean() ? "yes" : "no"));
        if (random.nextBoolean()) {
            facts.put("law_enforcement_relationship", any(random, POLICE));
        }
        if (random.nextBoolean()) {
            facts.put("fees", random.nextBoolean() ? "free" : "sliding");
        }
        var hasSite = random.nextInt(3) == 0;
        var min = random.nextInt(30);
        return new RandomService(
                UUID.nameUUIDFromBytes(new byte[] {1, (byte) (number >> 8), (byte) number}),
                any(random, KINDS),
                some(random, NEEDS, 2),
                areas,
                hasSite ? town : null,
                hasSite ? random.nextDouble(-0.004, 0.004) : 0,
                hasSite ? random.nextDouble(-0.004, 0.004) : 0,
                some(random, LANGUAGES, 2),
                some(random, List.of("voice", "text"), 2),
                facts,
                hasSite && random.nextInt(4) > 0 ? hours(random, town.zone()) : null,
                random.nextInt(3) == 0 ? min : null,
                random.nextInt(3) == 0 ? min + random.nextInt(30) : null);
    }

    private static Hours hours(Random random, ZoneId zone) {
        var days = EnumSet.of(DayOfWeek.of(1 + random.nextInt(7)));
        Stream.of(DayOfWeek.values()).filter(day -> random.nextBoolean()).forEach(days::add);
        var opens = LocalTime.of(random.nextInt(24), 15 * random.nextInt(4));
        return new Hours(days, opens, opens.plusMinutes(30 + 15L * random.nextInt(60)), zone);
    }

    public static <T> T any(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    static Set<String> some(Random random, List<String> from, int most) {
        var some = new TreeSet<String>();
        for (var i = random.nextInt(most + 1); i > 0; i--) {
            some.add(any(random, from));
        }
        return some;
    }

    /** The areas as they may be told: a place that is confidential is told by its county, or by more. */
    Set<String> published() {
        return site != null
                ? areas
                : areas.stream()
                        .map(area -> TOWNS.stream()
                                .filter(town -> town.id().equals(area))
                                .map(Town::county)
                                .findFirst()
                                .orElse(area))
                        .collect(Collectors.toSet());
    }

    double latitude() {
        return site == null ? Double.NaN : site.latitude() + north;
    }

    double longitude() {
        return site == null ? Double.NaN : site.longitude() + east;
    }

    Set<String> channels() {
        var channels = new TreeSet<String>();
        phones.forEach(type -> channels.add(type.equals("voice") ? "phone" : "sms"));
        if (site != null) {
            channels.add("walk_in");
        }
        return channels;
    }

    /** As an import takes it, on one line. */
    public String json() {
        var parts = new ArrayList<String>();
        parts.add(Json.json("'id': '%s', 'name': 'Invented %s', 'status': 'active', 'kind': '%s'")
                .formatted(id, id, kind));
        parts.add(Json.json("'location_policy': '%s'").formatted(site == null ? "confidential" : "public"));
        parts.add(
                list("attributes", needs, Json.json("{'link_type': 'service_type', 'taxonomy_term': {'code': '%s'}}")));
        parts.add(list("service_areas", areas, Json.json("{'name': 'area', 'extent': '%s', 'extent_type': 'text'}")));
        parts.add(list("languages", languages, Json.json("{'code': '%s'}")));
        parts.add(list("phones", phones, Json.json("{'number': '612-555-0100', 'type': '%s'}")));
        parts.add(Json.json(
                "'facts': {%s}",
                facts.entrySet().stream()
                        .map(fact -> "\"%s\": {\"value\": \"%s\"}".formatted(fact.getKey(), fact.getValue()))
                        .collect(Collectors.joining(", "))));
        if (hours != null) {
            parts.add(Json.json("'schedules': [%s]", hours.json()));
        }
        if (minAge != null || maxAge != null) {
            parts.add(Json.json(
                    "'eligibility': {'attribute': 'age', 'as_stated': 'as drawn'%s%s}",
                    minAge == null ? "" : ", \"min\": " + minAge, maxAge == null ? "" : ", \"max\": " + maxAge));
        }
        if (site != null) {
            parts.add("""
        "service_at_locations": [{"location": {"id": "%s", "location_type": "physical", "latitude": %s, \
        "longitude": %s, "addresses": [{"address_1": "1 Example Street", "city": "%s", \
        "state_province": "%s", "postal_code": "00000", "country": "US", "address_type": "physical"}]}}]""".formatted(
                            UUID.nameUUIDFromBytes(("site " + id).getBytes(StandardCharsets.UTF_8)),
                            latitude(),
                            longitude(),
                            site.city(),
                            site.state()));
        }
        return "{" + String.join(", ", parts) + "}";
    }

    private static String list(String name, Set<String> values, String each) {
        return Json.json("'%s': [%s]")
                .formatted(name, values.stream().map(each::formatted).collect(Collectors.joining(", ")));
    }
}
