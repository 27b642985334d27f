package org.nowrongdoor.eligibility.rule;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.nowrongdoor.text.FoldedText;

/** Words for the groups that a service says it is for, in English and Spanish: "Native" is "American Indian" too. */
public final class CultureVocabulary {

    private static final Map<String, List<String>> GROUPS = read();

    private CultureVocabulary() {}

    /** The codes of the groups that a word may stand for; none where it is in no list of ours. */
    public static List<String> groupsOf(String word) {
        return GROUPS.getOrDefault(FoldedText.of(word), List.of());
    }

    private static Map<String, List<String>> read() {
        var groups = new HashMap<String, List<String>>();
        try (var in = CultureVocabulary.class.getResourceAsStream("/eligibility/cultures.json")) {
            new ObjectMapper()
                    .readTree(Objects.requireNonNull(in))
                    .properties()
                    .forEach(group -> group.getValue()
                            .forEach(form -> groups.computeIfAbsent(
                                            FoldedText.of(form.textValue()), none -> new ArrayList<>())
                                    .add(group.getKey())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return groups;
    }
}
