package org.nowrongdoor.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.nowrongdoor.search.model.Audience;
import org.nowrongdoor.search.model.HelperStep;

/** What the founding documents say that someone can do for another person. */
final class HelperSteps {

    private static final JsonNode STEPS = read();
    private static final List<HelperStep> ENGLISH = in("en");
    private static final List<HelperStep> SPANISH = in("es");

    private HelperSteps() {}

    /** For a helper alone: who asks for themselves is told nothing of helping. */
    static List<HelperStep> of(Audience audience, String lang) {
        if (audience != Audience.HELPER) {
            return List.of();
        }
        return lang.equals("es") ? SPANISH : ENGLISH;
    }

    private static List<HelperStep> in(String lang) {
        return StreamSupport.stream(STEPS.spliterator(), false)
                .map(step -> new HelperStep(
                        step.required("text").required(lang).textValue(),
                        step.required("as_stated").textValue(),
                        step.required("source").required(lang).textValue()))
                .toList();
    }

    private static JsonNode read() {
        try (var in = HelperSteps.class.getResourceAsStream("/search/helper-steps.json")) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
