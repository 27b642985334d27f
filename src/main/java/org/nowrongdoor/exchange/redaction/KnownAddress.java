package org.nowrongdoor.exchange.redaction;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.exchange.row.JsonMembers;
import org.nowrongdoor.exchange.text.AddressDetector;

/** The pieces of the addresses that are being dropped: wherever else they stand, they are cut too. */
final class KnownAddress {

    // 5 letters: a shorter street name is a word of its own in too many sentences.
    private static final int LEAST_NAME = 5;
    // 4: a number of five digits is no year, room or count.
    private static final Pattern SHORT_NUMBER = Pattern.compile("[A-Za-z]?\\d{1,4}[A-Za-z]?");
    private static final Pattern HOUSE_NUMBER = Pattern.compile("^\\s*([A-Za-z]?\\d[\\dA-Za-z/-]*)\\s+(.*\\S)\\s*$");

    private final TreeSet<String> pieces =
            new TreeSet<>(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
    private final TreeSet<String> words = new TreeSet<>(pieces.comparator());
    private final Set<String> anchors = new HashSet<>();
    private @Nullable Pattern pattern;
    private @Nullable Pattern wordPattern;

    /** Takes in what a location says of where it is. */
    void of(ObjectNode location) {
        for (var address : JsonMembers.records(location, "addresses")) {
            for (var line : List.of("address_1", "address_2", "attention")) {
                line(JsonMembers.text(address, line));
            }
            add(JsonMembers.text(address, "postal_code"), 4);
        }
        add(JsonMembers.text(location, "external_identifier"), LEAST_NAME);
        for (var axis : List.of("latitude", "longitude")) {
            if (location.hasNonNull(axis)) {
                // Three decimals are about a hundred metres; anyone who writes more or fewer is caught by the prefix.
                var degrees = location.get(axis).asText();
                var point = degrees.indexOf('.');
                add(point < 0 ? null : degrees.substring(0, Math.min(degrees.length(), point + 4)), 5);
            }
        }
    }

    boolean isEmpty() {
        return pieces.isEmpty();
    }

    /** The same for records that may name other places: a bare house number of few digits stays, and so does what other
     *  places publish. */
    KnownAddress besides(KnownAddress published) {
        var others = folded(published.pieces);
        var rest = new KnownAddress();
        pieces.stream()
                .filter(piece -> !SHORT_NUMBER.matcher(piece).matches())
                .filter(piece -> !others.contains(folded(piece)))
                .forEach(rest.pieces::add);
        var otherWords = folded(published.words);
        words.stream().filter(word -> !otherWords.contains(folded(word))).forEach(rest.words::add);
        return rest;
    }

    private static Set<String> folded(Set<String> texts) {
        return texts.stream().map(KnownAddress::folded).collect(Collectors.toSet());
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Every piece by itself. */
    Set<String> pieces() {
        return Set.copyOf(pieces);
    }

    /** Every name of a street without what stands around it. */
    Set<String> streets() {
        return Set.copyOf(words);
    }

    /** Whether a text in small letters is worth a closer look. */
    boolean mayBeIn(String smallLetters) {
        if (anchors.isEmpty()) {
            pieces.forEach(piece -> anchors.add(anchor(piece)));
            words.forEach(word -> anchors.add(anchor(word)));
        }
        return anchors.stream().anyMatch(smallLetters::contains);
    }

    /** The longest word of a piece. */
    private static String anchor(String piece) {
        return Arrays.stream(piece.toLowerCase(Locale.ROOT).split("[\\s,.+%_-]+", -1))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }

    /** The text without any of them. */
    String cut(String text) {
        var left = cutInName(text);
        if (!words.isEmpty()) {
            if (wordPattern == null) {
                // A county may be called like a street; its name is what may be told.
                wordPattern = any(words, "(?!\\s+count(?:y|ies))");
            }
            left = wordPattern.matcher(left).replaceAll("[address withheld]");
        }
        return left;
    }

    /** The name without any of them; the bare word of a street may be part of a name. */
    String cutInName(String name) {
        if (pieces.isEmpty()) {
            return name;
        }
        if (pattern == null) {
            pattern = any(pieces, "");
        }
        return pattern.matcher(name).replaceAll("[address withheld]");
    }

    private static Pattern any(Set<String> pieces, String unlessBefore) {
        return Pattern.compile(
                "(?<![\\p{L}\\d])(?:"
                        + pieces.stream().map(KnownAddress::loose).collect(Collectors.joining("|"))
                        + ")\\d*(?![\\p{L}\\d])" + unlessBefore,
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
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
            var word = AddressDetector.withoutStreetType(parts.group(2));
            if (word.length() >= LEAST_NAME) {
                words.add(word);
                anchors.clear();
                wordPattern = null;
            }
        }
    }

    private void add(@Nullable String piece, int least) {
        if (piece != null && piece.strip().length() >= least) {
            pieces.add(piece.strip());
            anchors.clear();
            pattern = null;
        }
    }

    private static String loose(String piece) {
        var words = piece.split("[\\s,.+%_-]+");
        var quoted = Arrays.stream(words)
                .filter(word -> !word.isEmpty())
                .map(Pattern::quote)
                .toList();
        return String.join("[\\s,.+%_-]{1,3}(?:20)?", quoted);
    }
}
