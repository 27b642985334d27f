package org.nowrongdoor.referral;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.referral.person.Consent;
import org.nowrongdoor.referral.person.Person;
import org.nowrongdoor.referral.state.Priority;

/** A referral that is asked for.
 *  @param needs term codes; when none are named, other doors are sought by the service's own
 *  @param client what she says of herself; judged and forgotten
 *  @param acknowledged codes of the disclosures that were told to her
 *  @param respondBy by when an answer is needed; 72 hours for a routine one, 4 for an urgent one
 *  @param lang {@code en} or {@code es}, for what she will read */
public record NewReferral(
        @NotNull UUID serviceId,

        @Schema(examples = "[\"shelter.emergency\"]") @Size(max = 20) @Nullable List<@NotNull @Size(max = 100) String> needs,

        @Schema(nullable = true) @Nullable Priority priority,

        @Schema(ref = "Client") @Nullable JsonNode client,

        @Schema(examples = "[\"law_enforcement\"]") @Size(max = 20) @Nullable List<@NotNull @Size(max = 60) String> acknowledged,

        @Schema(nullable = true) @Valid @Nullable Overriding override,
        @Schema(nullable = true) @Nullable OffsetDateTime respondBy,

        @Schema(nullable = true) @Valid @Nullable Person person,
        @Schema(nullable = true) @Nullable Consent consent,

        @Schema(
                nullable = true,
                enumeration = {"en", "es"})
        @Pattern(regexp = "en|es", message = "must be en or es") @Nullable String lang) {

    public NewReferral {
        needs = needs == null ? List.of() : List.copyOf(needs);
        acknowledged = acknowledged == null ? List.of() : List.copyOf(acknowledged);
        priority = priority == null ? Priority.ROUTINE : priority;
        lang = lang == null ? "en" : lang;
    }

    /** Why a referral is made although a hard rule is not met. */
    @Schema(name = "ReferralOverride")
    public record Overriding(@NotBlank @Size(max = 500) String reason) {}

    /** All of it that may be kept for a day, hashed: nothing that a person said or that is said of her. */
    record WithoutPerson(
            UUID serviceId,
            @Nullable List<String> needs,
            @Nullable Priority priority,
            boolean client,
            @Nullable List<String> acknowledged,
            boolean override,
            @Nullable OffsetDateTime respondBy,
            boolean person,
            @Nullable String consentMethod,
            @Nullable OffsetDateTime consentExpiresAt,
            @Nullable String lang) {}

    WithoutPerson withoutPerson() {
        return new WithoutPerson(
                serviceId,
                needs,
                priority,
                client != null,
                acknowledged,
                override != null,
                respondBy,
                person != null,
                consent == null ? null : consent.method(),
                consent == null ? null : consent.expiresAt(),
                lang);
    }
}
