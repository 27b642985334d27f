package org.nowrongdoor.drill;

import static org.nowrongdoor.support.Json.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.nowrongdoor.drill.TwinServer.Ask;
import org.nowrongdoor.drill.TwinServer.Said;

/** What an attacker asks: around every point, by every radius, order, facet, page, format and tag, and everything that
 *  can be read besides. The next request may follow from the last answer. */
final class AttackRequests {

    private static final Pattern NEXT = Pattern.compile(json("'next':'([^']+)'"));
    private static final List<String> FORMATS =
            List.of("application/json", "text/plain", "text/csv", "application/geo+json", "application/x-ndjson");
    private static final List<String> SORTS = List.of("relevance", "distance", "verified");
    private static final int[] RADII = {1, 2, 3, 5, 8, 13, 25, 40, 100, 500};

    private final Random random = new Random(7);
    private final List<Ask> reading = new ArrayList<>();
    private final List<HiddenPlaces> sites;
    private Ask last = Ask.get("/");
    private Map<String, List<String>> headers = Map.of();
    private String text = "";
    private double[] point = new double[2];

    /** @param sites where they may be: half of the questions are asked right there */
    AttackRequests(String description, List<HiddenPlaces> sites) {
        this.sites = sites;
        var gets = new EveryGet(description);
        for (var endpoint : gets.endpoints()) {
            var names = new TreeSet<String>();
            for (var site : sites) {
                names.addAll(List.of(
                        site.service().toString(),
                        site.place().toString(),
                        site.at().toString(),
                        site.organization().toString()));
            }
            names.addAll(List.of("27053", "MN/minneapolis", "not-found"));
            // What is of one server alone is not of the directory: its keys, its imports, what its staff did.
            if (!gets.isKeyed(endpoint)) {
                gets.asks(endpoint, names).forEach(one -> reading.add(Ask.get(one.path(), "Accept", one.accept())));
            }
        }
    }

    /** How many requests it takes to have read everything once. */
    int reading() {
        return reading.size();
    }

    /** Where the last request asked, if it asked about a point. */
    double[] point() {
        return point;
    }

    /** Remembers an answer, to go on from it. */
    void heard(Ask ask, Said said) {
        last = ask;
        headers = said.headers();
        text = said.text();
    }

    Ask next(int turn) {
        point = new double[2];
        var again = headers.getOrDefault("etag", List.of());
        if (!again.isEmpty() && random.nextInt(4) == 0) {
            return Ask.get(
                    last.path(), "Accept", last.headers().getOrDefault("Accept", "*/*"), "If-None-Match", again.get(0));
        }
        var next = NEXT.matcher(text);
        if (last.method().equals("GET") && last.path().startsWith("/search") && next.find() && random.nextInt(2) == 0) {
            var path = last.path().replaceAll("&after=[^&]*", "");
            return Ask.get(
                    path + "&after=" + next.group(1),
                    last.headers().entrySet().stream()
                            .flatMap(header -> Stream.of(header.getKey(), header.getValue()))
                            .toArray(String[]::new));
        }
        if (turn % 3 == 0) {
            return reading.get(turn / 3 % reading.size());
        }
        return turn % 3 == 1 ? search() : body();
    }

    private Ask search() {
        var place = sites.get(random.nextInt(sites.size()));
        point = random.nextBoolean()
                ? new double[] {place.latitude() + noise(), place.longitude() + noise()}
                : new double[] {44.8 + random.nextInt(20) * 0.02, -93.75 + random.nextInt(25) * 0.02};
        var path = String.format(
                Locale.ROOT,
                "/search?lat=%.4f&lon=%.4f&radius_km=%d&sort=%s&size=%d%s%s",
                point[0],
                point[1],
                RADII[random.nextInt(RADII.length)],
                SORTS.get(random.nextInt(SORTS.size())),
                List.of(1, 5, 20, 100).get(random.nextInt(4)),
                random.nextBoolean() ? "&need=shelter.emergency" : "",
                random.nextInt(3) == 0 ? "&facet=need&facet=region" : "");
        return Ask.get(path, "Accept", FORMATS.get(random.nextInt(FORMATS.size())));
    }

    private Ask body() {
        var place = sites.get(random.nextInt(sites.size()));
        return switch (random.nextInt(5)) {
            case 0 ->
                Ask.post(
                        "/search",
                        "application/json",
                        String.format(
                                Locale.ROOT,
                                """
                            {"q": "%s", "where": {"lat": %.3f, "lon": %.3f, "radius_km": 2}, "client": {"age": %d},
                             "facets": ["need", "region"], "sort": "distance", "size": 50}""",
                                random.nextBoolean() ? place.street() : "haven house",
                                place.latitude(),
                                place.longitude(),
                                14 + random.nextInt(60)));
            case 1 ->
                Ask.post(
                        "/plan",
                        "application/json",
                        String.format(Locale.ROOT, """
                            {"needs": ["shelter.emergency", "basic.hygiene"],
                             "where": {"lat": %.3f, "lon": %.3f, "radius_km": 5}}""", place.latitude(), place.longitude()));
            case 2 ->
                Ask.get("/service_at_locations?postcode=" + place.postal() + "&proximity="
                        + (1 + random.nextInt(100_000)) + "&full=true");
            case 3 ->
                Ask.get("/services?full=true&per_page=50&search="
                        + List.of(place.street(), place.postal(), "Haven", "door")
                                .get(random.nextInt(4)));
            default ->
                Ask.get("/suggest?q="
                        + List.of(place.street().substring(0, 7), "hav", "minn").get(random.nextInt(3)));
        };
    }

    private double noise() {
        return (random.nextDouble() - 0.5) * 0.02;
    }
}
