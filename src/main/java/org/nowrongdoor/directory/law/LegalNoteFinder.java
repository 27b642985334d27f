package org.nowrongdoor.directory.law;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.eligibility.evaluate.Answer;
import org.nowrongdoor.eligibility.evaluate.ClientProfile;
import org.nowrongdoor.eligibility.explain.LegalNote;
import org.nowrongdoor.eligibility.rule.ClientAttribute;

/** Finds the notes that touch a client: by an age and the state, or by a topic (decision Law-Is-Told-By-Age-Or-Topic). */
@Singleton
public class LegalNoteFinder {

    private static final String NATION = "US";
    static final String NOT_ADVICE =
            "Not legal advice. This is what the source says, not the text of the law. Ask a lawyer.";
    static final String NOT_ADVICE_ES =
            "No es asesoría legal. Es lo que dice la fuente, no el texto de la ley. Pregunte a un abogado.";

    private final LegalNoteRepository notes;

    LegalNoteFinder(LegalNoteRepository notes) {
        this.notes = notes;
    }

    /** The notes of a state and of the nation that a client's age or what is asked for touches.
     *  @param state two letters; null where the state is not known, which leaves the nation's notes
     *  @param needs codes of the needs that are asked for */
    public List<LegalNote> about(ClientProfile client, @Nullable String state, List<String> needs, Locale locale) {
        var age = client.answer(ClientAttribute.AGE) instanceof Answer.Amount said ? said : null;
        var topics = LegalTopics.touched(client, needs);
        if (age == null && topics.isEmpty()) {
            return List.of();
        }
        return notes.list().stream()
                .filter(note -> note.holdsIn(state))
                .filter(note -> age == null || note.overlaps(age.min(), age.max()))
                // A note for certain ages is told to no one whose age is not known.
                .filter(note -> note.hasAgeBounds()
                        ? age != null
                        : note.topics().stream().anyMatch(topics::contains))
                .map(note -> told(note, locale))
                .toList();
    }

    private static LegalNote told(LegalNoteRecord note, Locale locale) {
        var spanish = locale.getLanguage().equals("es");
        return new LegalNote(
                note.id(),
                note.state() == null ? NATION : note.state(),
                note.topics(),
                note.minAge() == null ? 0 : note.minAge(),
                note.maxAge(),
                spanish ? note.text().es() : note.text().en(),
                note.asStated(),
                note.citation(),
                note.sourceUrl(),
                note.asOf(),
                note.lawServiceId(),
                spanish ? NOT_ADVICE_ES : NOT_ADVICE);
    }
}
