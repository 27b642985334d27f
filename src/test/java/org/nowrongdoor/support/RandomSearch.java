package org.nowrongdoor.support;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A search drawn by lot: as a caller writes it, and as a plain question put to each service in turn.
 *  @param isSought whether a service is looked for at all
 *  @param filters by the name under which {@code left_out} counts it: true met, false failed, null unknown */
public record RandomSearch(
        String json,
        Predicate<RandomService> isSought,
        Map<String, Function<RandomService, @Nullable Boolean>> filters,
        boolean keepsUnknown) {

    private static final Set<String> HELP = Set.of("service", "hotline", "navigator");

    /** The names of the filters that remove a service. */
    List<String> removing(RandomService service) {
        return filters.entrySet().stream()
                .filter(filter -> {
                    var met = filter.getValue().apply(service);
                    return met == null ? !keepsUnknown : !met;
                })
                .map(Map.Entry::getKey)
                .toList();
    }

    public boolean passes(RandomService service) {
        return isSought.test(service) && removing(service).isEmpty();
    }

    /** What {@code left_out} has to count. */
    public Map<String, Long> leftOut(List<RandomService> all) {
        return all.stream()
                .filter(isSought)
                .map(this::removing)
                .filter(removing -> !removing.isEmpty())
                .collect(Collectors.groupingBy(
                        removing -> removing.size() == 1 ? removing.get(0) : "several",
                        TreeMap::new,
                        Collectors.counting()));
    }

    public static RandomSearch draw(Random random) {
        var lot = new Lot(random);
        lot.where();
        lot.needs();
        lot.contact();
        lot.traits();
        lot.client();
        return lot.asked();
    }

    /** The parts of a search while they are being drawn. */
    private static final class Lot {

        private final Random random;
        private final List<String> fields = new ArrayList<>();
        private final List<String> require = new ArrayList<>();
        private final Map<String, Function<RandomService, @Nullable Boolean>> filters = new LinkedHashMap<>();
        private Predicate<RandomService> sought = service -> HELP.contains(service.kind());

        Lot(Random random) {
            this.random = random;
        }

        private boolean oneIn(int chances) {
            return random.nextInt(chances) == 0;
        }

        void where() {
            var town = RandomService.any(random, RandomService.TOWNS);
            switch (random.nextInt(4)) {
                case 0 -> region(RandomService.any(random, town.regions()));
                case 1 -> around(town, Json.json("'place': '%s, %s'", town.city(), town.state()), 40);
                case 2 -> {
                    var km = Math.round(Math.pow(500, random.nextDouble()) * 10) / 10.0;
                    around(
                            town,
                            Json.json("'lat': %s, 'lon': %s, 'radius_km': %s")
                                    .formatted(town.latitude(), town.longitude(), km),
                            km);
                }
                default -> {}
            }
        }

        private void region(String id) {
            fields.add(Json.json("'where': {'region': '%s'}", id));
            var covering = RandomService.TOWNS.stream()
                    .map(RandomService.Town::regions)
                    .filter(regions -> regions.contains(id))
                    .map(regions -> regions.subList(regions.indexOf(id), regions.size()))
                    .findFirst()
                    .orElseThrow();
            sought = sought.and(service -> service.published().stream()
                            .anyMatch(area ->
                                    covering.contains(area) || regionsOf(area).contains(id))
                    || (service.site() != null && service.site().regions().contains(id)));
        }

        /** A region with all that it lies in, as far as the towns know. */
        private static List<String> regionsOf(String area) {
            return RandomService.TOWNS.stream()
                    .map(RandomService.Town::regions)
                    .filter(regions -> regions.contains(area))
                    .map(regions -> regions.subList(regions.indexOf(area), regions.size()))
                    .findFirst()
                    .orElseThrow();
        }

        private void around(RandomService.Town town, String where, double km) {
            fields.add(Json.json("'where': {%s}", where));
            // a point is only known to lie in a county; a town asked for by name is known itself
            var covering = where.startsWith("\"place\"")
                    ? town.regions()
                    : town.regions().subList(1, 4);
            sought = sought.and(service -> service.published().stream().anyMatch(covering::contains)
                    || (service.site() != null && kmBetween(town, service) <= km));
        }

        private static double kmBetween(RandomService.Town town, RandomService service) {
            var a = Math.toRadians(town.latitude());
            var b = Math.toRadians(service.latitude());
            var h = Math.pow(Math.sin((b - a) / 2), 2)
                    + Math.cos(a)
                            * Math.cos(b)
                            * Math.pow(Math.sin(Math.toRadians(service.longitude() - town.longitude()) / 2), 2);
            return 2 * 6371.0087714 * Math.asin(Math.sqrt(h));
        }

        void needs() {
            if (oneIn(2)) {
                var needs = RandomService.some(
                        random, List.of("basic", "basic.food", "shelter", "legal", "hr.supplies"), 2);
                fields.add(Json.json("'needs': %s", list(needs)));
                sought = sought.and(service -> needs.isEmpty()
                        || service.needs().stream()
                                .anyMatch(has -> needs.stream()
                                        .anyMatch(asked -> has.equals(asked) || has.startsWith(asked + "."))));
            }
        }

        void contact() {
            if (oneIn(4)) {
                var languages = RandomService.some(random, RandomService.LANGUAGES, 2);
                require.add(Json.json("'languages': %s", list(languages)));
                filter(
                        "languages",
                        !languages.isEmpty(),
                        service -> service.languages().isEmpty()
                                ? null
                                : service.languages().stream().anyMatch(languages::contains));
            }
            if (oneIn(4)) {
                var channels = RandomService.some(random, List.of("phone", "sms", "walk_in", "chat"), 2);
                require.add(Json.json("'channels': %s", list(channels)));
                filter(
                        "channels",
                        !channels.isEmpty(),
                        service -> service.channels().stream().anyMatch(channels::contains));
            }
            if (oneIn(3)) {
                var at = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(700 * 24 * 60) * 60L);
                require.add(Json.json("'open_at': '%s'", at.atOffset(ZoneOffset.UTC)));
                filter(
                        "open_at",
                        true,
                        service ->
                                service.hours() == null ? null : service.hours().isOpen(at));
            }
            if (oneIn(5)) {
                require.add(Json.json("'free': true"));
                filter("free", true, service -> fact(service, "fees", "free"));
            }
        }

        void traits() {
            if (oneIn(3)) {
                var code = RandomService.any(
                        random, List.of("sobriety_required", "id_required", "police_report_required"));
                var value = random.nextBoolean() ? "yes" : "no";
                require.add(Json.json("'facts': {'%s': '%s'}").formatted(code, value));
                filter(code, true, service -> fact(service, code, value));
            }
            if (oneIn(4)) {
                var most = random.nextInt(RandomService.POLICE.size());
                require.add(Json.json("'law_enforcement_at_most': '%s'", RandomService.POLICE.get(most)));
                filter("law_enforcement_at_most", true, service -> {
                    var stated = service.facts().get("law_enforcement_relationship");
                    return stated == null ? null : RandomService.POLICE.indexOf(stated) <= most;
                });
            }
            if (oneIn(5)) {
                var groups = RandomService.some(random, List.of("sex_worker", "survivor", "peer"), 2);
                require.add(Json.json("'led_by': %s", list(groups)));
                filter("led_by", !groups.isEmpty(), service -> ledBy(service, groups));
            }
        }

        private static @Nullable Boolean ledBy(RandomService service, Set<String> groups) {
            var stated = groups.stream()
                    .map(group -> service.facts().get(group + "_led"))
                    .toList();
            if (stated.contains("yes")) {
                return true;
            }
            return stated.contains(null) ? null : false;
        }

        private static @Nullable Boolean fact(RandomService service, String code, String value) {
            var stated = service.facts().get(code);
            return stated == null ? null : stated.equals(value);
        }

        /** An age: anyone who fails a bound is removed, whatever is done about unknowns elsewhere. */
        void client() {
            if (oneIn(3)) {
                var age = random.nextInt(60);
                fields.add(Json.json("'client': {'age': %s}", age));
                filter(
                        "eligibility",
                        true,
                        service -> (service.minAge() == null || age >= service.minAge())
                                && (service.maxAge() == null || age <= service.maxAge()));
            }
        }

        private void filter(String by, boolean asks, Function<RandomService, @Nullable Boolean> meets) {
            if (asks) {
                filters.put(by, meets);
            }
        }

        private static String list(Set<String> values) {
            return values.stream().map(value -> '"' + value + '"').collect(Collectors.joining(", ", "[", "]"));
        }

        RandomSearch asked() {
            var keeps = random.nextBoolean();
            fields.add("\"unknowns\": \"" + (keeps ? "include" : "exclude") + '"');
            fields.add(Json.json("'require': {%s}", String.join(", ", require)));
            return new RandomSearch("{" + String.join(", ", fields) + "}", sought, filters, keeps);
        }
    }
}
