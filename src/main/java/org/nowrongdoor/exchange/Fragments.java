package org.nowrongdoor.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The pieces of the addresses that are being dropped: wherever else they stand, they are cut too. */
final class Fragments {

    // 5 letters: a shorter street name is a word of its own in too many sentences.
    private static final int LEAST_NAME = 5;
    private static final Pattern HOUSE_NUMBER = Pattern.compile("^\\s*([A-Za-z]?\\d[\\dA-Za-z/-]*)\\s+(.*\\S)\\s*$");

    private final TreeSet<String> pieces =
            new TreeSet<>(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
    private @Nullable Pattern pattern;

    /** Takes in what a location says of where it is. */
    void of(ObjectNode location) {
        for (var address : Json.records(location, "addresses")) {
            for (var line : List.of("address_1", "address_2", "attention")) {
                line(Json.text(address, line));
            }
            add(Json.text(address, "postal_code"), 4);
        }
        add(Json.text(location, "external_identifier"), LEAST_NAME);
        for (var axis : List.of("latitude", "longitude")) {
            if (location.hasNonNull(axis)) {
                // Three decimals are about a hundred metres; whoever writes more or fewer is caught by the prefix.
                var degrees = location.get(axis).asText();
                var point = degrees.indexOf('.');
                add(point < 0 ? null : degrees.substring(0, Math.min(degrees.length(), point + 4)), 5);
            }
        }
    }

    boolean isEmpty() {
        return pieces.isEmpty();
    }

    String cut(String text) {
        if (pieces.isEmpty()) {
            return text;
        }
        if (pattern == null) {
            var any = pieces.stream().map(Fragments::loose).toList();
            pattern = Pattern.compile(
                    "(?<![\\p{L}\\d])(?:" + String.join("|", any) + ")\\d*(?![\\p{L}\\d])",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        }
        return pattern.matcher(text).replaceAll("[address withheld]");
    }

    private void line(@Nullable String line) {
        add(line, LEAST_NAME);
        if (line == null) {
            return;
        }
        var parts = HOUSE_NUMBER.matcher(line);
        if (parts.matches()) {
            add(parts.group(1), 3);
            add(parts.group(2), LEAST_NAME);
        }
    }

    private void add(@Nullable String piece, int least) {
        if (piece != null && piece.strip().length() >= least) {
            pieces.add(piece.strip());
            pattern = null;
        }
    }

    private static String loose(String piece) {
        var words = piece.split("[\\s,.+%_-]+");
        var quoted = java.util.Arrays.stream(words)
                .filter(word -> !word.isEmpty())
                .map(Pattern::quote)
                .toList();
        return String.join("[\\s,.+%_-]{1,3}(?:20)?", quoted);
    }
}
