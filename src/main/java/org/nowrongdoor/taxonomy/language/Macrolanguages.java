package org.nowrongdoor.taxonomy.language;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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
        return LanguageFileReader.read(FILE).stream()
                .collect(Collectors.toMap(
                        row -> row.getField(0), row -> List.of(row.getField(1).split(";", -1))));
    }
}
