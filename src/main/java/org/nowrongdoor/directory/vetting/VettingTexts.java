package org.nowrongdoor.directory.vetting;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;

/** The questions and concerns in words, in English and Spanish. */
final class VettingTexts {

    private static final String ENGLISH = "en";
    private static final Map<String, Map<String, String>> ALL = read();

    private final Map<String, String> texts;

    private VettingTexts(Map<String, String> texts) {
        this.texts = texts;
    }

    /** The texts of a language; English where there are none of it. */
    static VettingTexts in(String lang) {
        var english = Objects.requireNonNull(ALL.get(ENGLISH));
        return new VettingTexts(ALL.getOrDefault(lang, english));
    }

    String of(VettingQuestion question) {
        return text("question." + question.wire());
    }

    String of(ConcernCode code) {
        return text("concern." + code.wire());
    }

    String note() {
        return text("note");
    }

    private String text(String key) {
        return Objects.requireNonNull(texts.get(key), key);
    }

    private static Map<String, Map<String, String>> read() {
        try (var in = VettingTexts.class.getResourceAsStream("/directory/vetting.json")) {
            return new ObjectMapper().readValue(Objects.requireNonNull(in), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
