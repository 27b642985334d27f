package org.nowrongdoor.directory;

import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Postal codes as GeoNames has them, read when the first is asked for. It gives way to the gazetteer of the region room. */
@DefaultBean
@Singleton
class PostalFile implements PostalPoints {

    private static final String FILE = "/seed-data/geo/us-postal.tsv";

    // Two-digit FIPS codes come with the counties; here a county is known by state and part.
    private volatile @Nullable Map<String, PostalPoint> points;

    @Override
    public Optional<PostalPoint> find(String postalCode) {
        var known = points;
        if (known == null) {
            known = read();
            points = known;
        }
        return Optional.ofNullable(known.get(postalCode));
    }

    private static Map<String, PostalPoint> read() {
        var states = stateCodes();
        try (var lines = lines(FILE)) {
            return lines.map(line -> line.split("\t", -1))
                    .collect(Collectors.toMap(fields -> fields[1], fields -> point(fields, states), (a, b) -> a));
        }
    }

    private static PostalPoint point(String[] fields, Map<String, String> states) {
        var state = fields[4];
        var county = states.getOrDefault(state, "") + fields[6];
        var areas = Stream.of(county, state, "us")
                .filter(area -> area.length() == 5 || area.length() == 2)
                .toList();
        return new PostalPoint(Double.parseDouble(fields[9]), Double.parseDouble(fields[10]), areas);
    }

    private static Map<String, String> stateCodes() {
        try (var lines = lines("/seed-data/geo/us-counties.tsv")) {
            return lines.skip(1)
                    .map(line -> line.split("\t", -1))
                    .collect(Collectors.toMap(fields -> fields[2], fields -> fields[0].substring(0, 2), (a, b) -> a));
        }
    }

    private static Stream<String> lines(String file) {
        var stream = Objects.requireNonNull(PostalFile.class.getResourceAsStream(file), file);
        var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        return reader.lines().onClose(() -> {
            try {
                reader.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
