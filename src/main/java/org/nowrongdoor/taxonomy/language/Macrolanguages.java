package org.nowrongdoor.taxonomy.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Languages that stand for several, as ISO 639-3 has it: Chinese for Mandarin and Cantonese, Persian for Dari. */
final class Macrolanguages {

    private static final String FILE = "/taxonomy/macrolanguages.tsv";
    private static final Map<String, List<String>> MEMBERS = read();
    private static final Map<String, String> OF_MEMBER = new HashMap<>();

    static {
        MEMBERS.forEach((macro, members) -> members.forEach(member -> OF_MEMBER.put(member, macro)));
    }

    private Macrolanguages() {}

    static List<String> members(String code) {
        return MEMBERS.getOrDefault(code, List.of());
    }

    static Optional<String> of(String member) {
        return Optional.ofNullable(OF_MEMBER.get(member));
    }

    private static Map<String, List<String>> read() {
        try (var stream = Objects.requireNonNull(Macrolanguages.class.getResourceAsStream(FILE), FILE)) {
            var read = new HashMap<String, List<String>>();
            new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .forEach(fields -> read.put(fields[0], List.of(fields[1].split(";", -1))));
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " is not readable", e);
        }
    }
}
