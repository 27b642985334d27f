package org.nowrongdoor.search.understanding;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What the names of places also are: words of every day, given names, countries. */
final class EverydayNames {

    private static final String FILE = "/search/everyday-names.txt";
    // Measured in orders of magnitude of people: a word said as often as "home" is no town of any size.
    private static final double MOST_COMMON = 3.6;
    private static final Map<String, Double> WEIGHTS = Map.of(
            "10",
            MOST_COMMON,
            "20",
            2.6,
            "35",
            1.6,
            "40",
            1.2,
            "50",
            1.2,
            "70",
            0.9,
            "es",
            1.2,
            "country",
            2.6,
            "name",
            0.0);

    private static final Map<String, Double> COMMONNESS = new HashMap<>();
    private static final Set<String> PERSONS = new HashSet<>();

    static {
        read();
    }

    private EverydayNames() {}

    private static void read() {
        var stream = Objects.requireNonNull(EverydayNames.class.getResourceAsStream(FILE), FILE);
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            var kind = "";
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("[")) {
                    kind = line.substring(1, line.length() - 1);
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    add(kind, line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(String kind, String line) {
        var weight = Objects.requireNonNull(WEIGHTS.get(kind), kind);
        for (var word : line.split(" ", -1)) {
            if (kind.equals("name")) {
                PERSONS.add(word);
            } else {
                COMMONNESS.merge(word, weight, Math::max);
            }
        }
    }

    /** How much a name is another word, in orders of magnitude of people; 0 where it is none. */
    static double commonness(String key) {
        return AmbiguousPlaceNames.isName(key) ? MOST_COMMON : COMMONNESS.getOrDefault(key, 0.0);
    }

    /** Whether people are called so. */
    static boolean isPerson(String key) {
        return PERSONS.contains(key);
    }
}
