package org.nowrongdoor.referral.person;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a provider may know of a person while her consent lasts; as little as will do, and never more than she said. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Person(
        @Schema(nullable = true, examples = "Sam") @Size(max = 100) @Nullable String alias,

        @Schema(nullable = true, examples = "they/them") @Size(max = 40) @Nullable String pronouns,

        @Size(max = 5) @Nullable List<@NotNull @Valid SafeContact> contact,

        @Schema(nullable = true) @Size(max = 1000) @Nullable String note) {

    public Person {
        contact = contact == null ? List.of() : List.copyOf(contact);
    }

    /** A way to reach her, and what is safe there. Nothing is safe unless she said so.
     *  @param hours when, in her own words
     *  @param codeWord what to say so that she knows who it is */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record SafeContact(
            @Schema(examples = "phone") @NotBlank @Size(max = 20) String channel,

            @Schema(examples = "612-555-0188") @NotBlank @Size(max = 200) String value,

            @Valid @Nullable SafeTo safeTo,

            @Schema(nullable = true, examples = "weekdays after 17:00") @Size(max = 100) @Nullable String hours,

            @Schema(nullable = true) @Size(max = 60) @Nullable String codeWord) {

        public SafeContact {
            safeTo = safeTo == null ? new SafeTo(false, false, false) : safeTo;
        }
    }

    /** What may be done on a channel. */
    public record SafeTo(boolean call, boolean text, boolean voicemail) {

        boolean anything() {
            return call || text || voicemail;
        }
    }

    /** Whether the provider may make contact at all; otherwise she calls. */
    public boolean mayBeContacted() {
        return contact != null
                && contact.stream()
                        .anyMatch(way -> way.safeTo() != null && way.safeTo().anything());
    }
}
