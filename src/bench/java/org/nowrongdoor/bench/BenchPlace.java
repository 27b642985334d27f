package org.nowrongdoor.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A town of the gazetteer, as the generator needs it. */
record BenchPlace(String name, String state, String county, double latitude, double longitude, int population) {

    /** The id of the place in the gazetteer. */
    String id() {
        return state + "/" + name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    /** Every town with a county and a plain name that stands once in its state, the largest first. */
    static List<BenchPlace> all() {
        var states = rows("us-counties.tsv").stream()
                .collect(Collectors.toMap(
                        row -> row.get("state"), row -> row.get("fips").substring(0, 2), (one, other) -> one));
        var towns = rows("us-places.tsv").stream()
                .filter(row -> row.get("county_fips_part").matches("\\d{3}") && row.get("ascii_name").matches("[A-Za-z ]+"))
                .map(row -> new BenchPlace(
                        row.get("ascii_name"),
                        row.get("state"),
                        states.getOrDefault(row.get("state"), "") + row.get("county_fips_part"),
                        Double.parseDouble(row.get("latitude")),
                        Double.parseDouble(row.get("longitude")),
                        Integer.parseInt(row.get("population"))))
                .filter(town -> town.county().length() == 5)
                .toList();
        var often = towns.stream().collect(Collectors.groupingBy(BenchPlace::id, Collectors.counting()));
        return towns.stream()
                .filter(town -> often.get(town.id()) == 1)
                .sorted(Comparator.comparingInt(BenchPlace::population).reversed())
                .toList();
    }

    private static List<Map<String, String>> rows(String file) {
        var stream = Objects.requireNonNull(BenchPlace.class.getResourceAsStream("/seed-data/geo/" + file), file);
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            var names = lines.readLine().split("\t");
            return lines.lines()
                    .map(line -> line.split("\t", -1))
                    .filter(cells -> cells.length == names.length)
                    .map(cells -> row(names, cells))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> row(String[] names, String[] cells) {
        return IntStream.range(0, names.length).boxed().collect(Collectors.toMap(i -> names[i], i -> cells[i]));
    }
}
