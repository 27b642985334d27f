package org.nowrongdoor.eligibility.explain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.eligibility.evaluate.Answer;
import org.nowrongdoor.eligibility.evaluate.ClientProfile;
import org.nowrongdoor.eligibility.rule.ClientAttribute;

/** The legal notes of {@code seed-data/legal-context.json}, dated and sourced. A note is shown only to clients whom it
 *  may concern (decision Law-Is-Told-When-Touched). */
public final class LegalNoteFinder {

    private static final String NATION = "US";

    /** The attributes that the notes concern: exploitation and the sex trade. A client who stated none of them sees no
     *  note. */
    private static final Set<ClientAttribute> CONCERNED = Set.of(
            ClientAttribute.SURVIVOR_OF,
            ClientAttribute.TRADING_SEX,
            ClientAttribute.IDENTIFIES_AS_VICTIM,
            ClientAttribute.WANTS_TO_LEAVE,
            ClientAttribute.RECENCY_OF_TRAFFICKING_DAYS);

    // The disclaimer in Spanish; the file holds the English one.
    private static final String NOT_ADVICE_ES =
            "No es asesoría legal. Es un informe de lo que dice la fuente, no el texto de la ley; pregunte a un abogado.";

    private final List<JsonNode> notes;

    public LegalNoteFinder() {
        try (var in = LegalNoteFinder.class.getResourceAsStream("/seed-data/legal-context.json")) {
            notes = StreamSupport.stream(
                            new ObjectMapper()
                                    .readTree(Objects.requireNonNull(in))
                                    .spliterator(),
                            false)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("seed-data/legal-context.json cannot be read", e);
        }
    }

    /** The notes of a state and of the nation for a client who gave an age and stated what they concern.
     *  @param state two letters; null where the state is not known, which leaves the nation's notes */
    public List<LegalNote> about(ClientProfile client, @Nullable String state, Locale locale) {
        if (!(client.answer(ClientAttribute.AGE) instanceof Answer.Amount age) || !concerns(client)) {
            return List.of();
        }
        return notes.stream()
                .filter(note -> isOf(note, state) && overlaps(note, age))
                .map(note -> read(note, locale))
                .toList();
    }

    private static boolean concerns(ClientProfile client) {
        return CONCERNED.stream().map(client::answer).anyMatch(LegalNoteFinder::concerns);
    }

    private static boolean concerns(@Nullable Answer answer) {
        if (answer instanceof Answer.Words said) {
            return !said.words().equals(Set.of("never"));
        }
        return answer instanceof Answer.Amount || (answer instanceof Answer.Flag flag && flag.value());
    }

    private static boolean isOf(JsonNode note, @Nullable String state) {
        var jurisdiction = note.required("jurisdiction").textValue();
        return jurisdiction.equals(NATION) || jurisdiction.equals(state);
    }

    /** Whether the ages overlap. A range that lies only partly within counts, because the client may be of that age. */
    private static boolean overlaps(JsonNode note, Answer.Amount age) {
        var max = note.required("age_max");
        return age.max() >= note.required("age_min").intValue() && (max.isNull() || age.min() < max.intValue() + 1);
    }

    private static LegalNote read(JsonNode note, Locale locale) {
        var spanish = locale.getLanguage().equals("es");
        var max = note.required("age_max");
        return new LegalNote(
                id(note, "id"),
                note.required("jurisdiction").textValue(),
                note.required("age_min").intValue(),
                max.isNull() ? null : max.intValue(),
                note.required(spanish ? "text_es" : "text_en").textValue(),
                note.required("as_stated").textValue(),
                note.required("source").textValue(),
                note.path("source_url").textValue(),
                note.path("dated").textValue(),
                note.path("law_service_id").isTextual() ? id(note, "law_service_id") : null,
                spanish ? NOT_ADVICE_ES : note.required("note").textValue());
    }

    private static UUID id(JsonNode note, String field) {
        return UUID.fromString(note.required(field).textValue());
    }
}
