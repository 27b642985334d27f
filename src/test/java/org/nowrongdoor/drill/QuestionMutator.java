package org.nowrongdoor.drill;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;

/** Changes a question by lot, within its bounds, towards whatever may make it dear. */
final class QuestionMutator {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_Q = 500;
    private static final int MOST = 20;
    private static final List<String> NEEDS = List.of(
            "shelter",
            "basic",
            "legal",
            "hr",
            "substance",
            "health",
            "mental",
            "hotline",
            "access",
            "case",
            "edu",
            "work",
            "peer",
            "shelter.emergency",
            "basic.food",
            "basic.hygiene",
            "hr.supplies",
            "hr.dropin");
    private static final List<String> WORDS = List.of(
            "a",
            "b",
            "c",
            "i",
            "need",
            "help",
            "with",
            "in",
            "near",
            "at",
            "en",
            "por",
            "cerca de",
            "bed",
            "beds",
            "food",
            "shelter",
            "legal",
            "lawyer",
            "court",
            "housing",
            "clothing",
            "place",
            "rest",
            "staff",
            "every",
            "day",
            "call",
            "back",
            "center",
            "house",
            "project",
            "clinic",
            "union",
            "river",
            "office",
            "street",
            "narcan",
            "needles",
            "condoms",
            "trans",
            "kids",
            "police",
            "papers",
            "visa",
            "rape",
            "jail",
            "detox",
            "methadone",
            "comida",
            "cama",
            "abogado",
            "Minneapolis",
            "MN",
            "Springfield",
            "St. Paul",
            "Washington, DC",
            "55404",
            "Sprinfield",
            "mineapolis",
            "shelterr",
            "housign",
            "clothign",
            "foood",
            "leagl",
            "counsellin",
            "benefist",
            "xyzzy",
            "S.A.N.E.",
            "New York",
            "Saint Louis Park Minnesota",
            "islas virgenes de los estados unidos",
            "日本",
            "щит");
    private static final List<String> PLACES = List.of(
            "{\"region\": \"us\"}",
            "{\"region\": \"CA\"}",
            "{\"region\": \"27053\"}",
            "{\"region\": \"MN/minneapolis\"}",
            "{\"place\": \"Minneapolis, MN\"}",
            "{\"place\": \"Springfield\"}",
            "{\"place\": \"Mineapoliss\"}",
            "{\"place\": \"Sprinngfeild Heights\"}",
            "{\"place\": \"washingtn\"}",
            "{\"postal_code\": \"55404\"}",
            "{\"postal_code\": \"10001\"}",
            "{\"lat\": 40.7, \"lon\": -74.0, \"radius_km\": 500}",
            "{\"lat\": 44.97, \"lon\": -93.26, \"radius_km\": 1}",
            "{\"lat\": 39.8, \"lon\": -98.5, \"radius_km\": 500}");
    private static final List<String> CLIENT = List.of(
            "{\"age\": 29}",
            "{\"age\": {\"min\": 0, \"max\": 99}}",
            "{\"gender\": \"trans_woman\"}",
            "{\"gender\": \"woman\"}",
            "{\"residence\": \"MN\"}",
            "{\"residence\": \"27053\"}",
            "{\"oud_medication\": true}",
            "{\"income_percent_fpl\": {\"min\": 0, \"max\": 500}}",
            "{\"survivor_of\": [\"sex_trafficking\"]}",
            "{\"trading_sex\": \"current\"}",
            "{\"id\": \"none\"}",
            "{\"pregnant\": true}",
            "{\"warrants\": true}",
            "{\"children\": [{\"age\": 1}, {\"age\": 3}, {\"age\": 5}, {\"age\": 7}, {\"age\": 9}, {\"age\": 11}]}",
            "{\"children\": [{\"age\": {\"min\": 0, \"max\": 17}}, {\"gender\": \"questioning\"}]}");
    private static final List<String> REQUIRE = List.of(
            "{\"languages\": [\"es\", \"hmn\", \"ase\", \"so\", \"ar\"]}",
            "{\"languages\": [\"en\"]}",
            "{\"channels\": [\"phone\", \"sms\", \"chat\", \"walk_in\"]}",
            "{\"open_at\": \"now\"}",
            "{\"open_at\": \"2026-12-25T03:00:00-06:00\"}",
            "{\"free\": true}",
            "{\"facts\": {\"sobriety_required\": \"no\"}}",
            "{\"facts\": {\"id_required\": \"no\", \"peer_led\": \"yes\", \"anonymous_ok\": \"yes\", \"pets_allowed\": \"yes\"}}",
            "{\"law_enforcement_at_most\": \"none\"}",
            "{\"led_by\": [\"peer\", \"survivor\", \"sex_worker\"]}",
            "{\"kinds\": [\"service\"]}",
            "{\"verified_within_days\": 365}",
            "{\"status\": [\"active\", \"inactive\", \"defunct\", \"temporarily closed\"]}");
    private static final List<String> FACETS = List.of("need", "region", "language", "channel", "kind", "led_by");
    private static final List<String> LENSES =
            List.of("sex_worker_safety", "trafficking_specialist", "youth_safe_harbor", "low_barrier", "faith_welcome");

    private final Random random;

    QuestionMutator(Random random) {
        this.random = random;
    }

    /** A question with one to three changes. */
    ObjectNode changed(ObjectNode question) {
        var other = question.deepCopy();
        for (int left = 1 + random.nextInt(3); left > 0; left--) {
            change(other);
        }
        return other;
    }

    private void change(ObjectNode question) {
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> question.put("q", words(question.path("q").asText(), LONGEST_Q));
            case 3 -> needs(question);
            case 4 -> question.set("where", read(any(PLACES)));
            case 5 -> merge(question, "client", any(CLIENT));
            case 6 -> merge(question, "require", any(REQUIRE));
            case 7 -> FACETS.subList(0, random.nextInt(FACETS.size() + 1)).forEach(question.putArray("facets")::add);
            case 8 -> question.put("size", random.nextBoolean() ? 100 : 1 + random.nextInt(100));
            case 9 -> question.put("sort", random.nextBoolean() ? "verified" : "relevance");
            case 10 -> question.put("lens", any(LENSES)).put("unknowns", random.nextBoolean() ? "include" : "exclude");
            default -> question.remove(any(List.of("q", "where", "client", "require", "lens", "sort", "facets")));
        }
    }

    private void needs(ObjectNode question) {
        var needs = question.withArray("needs");
        for (int left = 1 + random.nextInt(10); left > 0 && needs.size() < MOST; left--) {
            needs.add(any(NEEDS));
        }
        if (random.nextInt(4) == 0 && needs.size() > 2) {
            needs.remove(random.nextInt(needs.size()));
        }
    }

    /** Words with some put in, taken out, doubled or misspelt. */
    String words(String text, int longest) {
        var changed = new StringBuilder(text);
        for (int left = 1 + random.nextInt(30); left > 0; left--) {
            var word = random.nextInt(6) == 0 ? slipped(any(WORDS)) : any(WORDS);
            var at = random.nextBoolean() ? changed.length() : random.nextInt(changed.length() + 1);
            changed.insert(at, (at == 0 ? "" : " ") + word + ' ');
        }
        if (random.nextInt(3) == 0) {
            changed.delete(0, random.nextInt(changed.length()));
        }
        var cut = changed.toString().strip().replaceAll(" +", " ");
        return cut.length() > longest ? cut.substring(0, longest) : cut;
    }

    private String slipped(String word) {
        var at = random.nextInt(word.length());
        return word.substring(0, at) + (char) ('a' + random.nextInt(26)) + word.substring(at);
    }

    private static void merge(ObjectNode question, String name, String more) {
        var merged = question.path(name).isObject() ? (ObjectNode) question.get(name) : question.putObject(name);
        merged.setAll(read(more));
    }

    static ObjectNode read(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(json, e);
        }
    }

    private String any(List<String> some) {
        return some.get(random.nextInt(some.size()));
    }
}
