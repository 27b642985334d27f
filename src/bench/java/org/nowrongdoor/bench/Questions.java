package org.nowrongdoor.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Searches as they are asked, in five kinds; the same ones in every run. */
public final class Questions {

    private static final int OF_EACH_KIND = 200;

    /** What a full profile says of a person. */
    private static final String CLIENT = """
            "client": {"age": %d, "gender": "trans_woman", "trading_sex": "current", "oud_medication": true,
             "id": ["none"], "immigration_status": "undocumented", "income_percent_fpl": 90, "veteran": false,
             "substance_use": "current", "sober_days": 2, "survivor_of": ["sexual_assault"], "children": [],
             "pets": ["dog"], "languages": ["es"], "homeless": true, "residence": "MN", "warrants": "prefer_not_to_say"}""";

    private Questions() {}

    /** Bodies of {@code POST /search} by kind. */
    public static Map<String, List<String>> all() {
        var random = new Random(42);
        var places = BenchPlace.all();
        var needs = BenchTerms.codes();
        var kinds = new LinkedHashMap<String, List<String>>();
        for (var i = 0; i < OF_EACH_KIND; i++) {
            var place = places.get((int) (Math.pow(random.nextDouble(), 2.5) * places.size()));
            var need = needs.get(random.nextInt(needs.size()));
            var here = "\"where\": {\"region\": \"" + place.county() + "\"}";
            var circle = "\"where\": {\"lat\": %s, \"lon\": %s, \"radius_km\": 30}".formatted(place.latitude(), place.longitude());
            add(kinds, "need in a county", "{\"needs\": [\"" + need + "\"], " + here + "}");
            add(kinds, "words", "{\"q\": \"food and clothing\", " + here + "}");
            add(
                    kinds,
                    "around a point, with facets",
                    "{\"needs\": [\"" + need + "\"], " + circle + ", \"facets\": [\"need\", \"language\", \"channel\"]}");
            add(
                    kinds,
                    "filters",
                    "{" + here + ", \"require\": {\"languages\": [\"es\"], \"open_at\": \"2026-05-04T15:00:00-05:00\","
                            + " \"facts\": {\"sobriety_required\": \"no\"},"
                            + " \"law_enforcement_at_most\": \"on_client_request_only\"}}");
            add(kinds, "a person", "{\"needs\": [\"" + need + "\"], " + here + ", " + CLIENT.formatted(16 + random.nextInt(40)) + "}");
        }
        return kinds;
    }

    private static void add(Map<String, List<String>> kinds, String kind, String body) {
        kinds.computeIfAbsent(kind, k -> new ArrayList<>()).add(body);
    }
}
