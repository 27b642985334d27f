package org.nowrongdoor.referral.person;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that is known of a person under one consent; never anywhere but in the vault.
 *  @param overrideReason why the referral was made although a hard rule is not met */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PersonRecord(
        Person person,
        Consent consent,
        @Nullable String overrideReason,
        @Nullable List<Note> notes) {

    public PersonRecord {
        notes = notes == null ? List.of() : List.copyOf(notes);
    }

    /** What someone wrote with a reason.
     *  @param no the number of the event it belongs to */
    public record Note(int no, String text) {}

    public PersonRecord with(Note note) {
        var all = new ArrayList<>(notes == null ? List.<Note>of() : notes);
        all.add(note);
        return new PersonRecord(person, consent, overrideReason, all);
    }
}
