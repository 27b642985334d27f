package org.nowrongdoor.referral;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.referral.person.Consent;
import org.nowrongdoor.referral.person.Person;
import org.nowrongdoor.referral.person.PersonRecord;
import org.nowrongdoor.referral.state.Referral;
import org.nowrongdoor.referral.state.ReferralState;

/** A referral as one of its two organisations sees it.
 *  @param moves where the caller may move it now
 *  @param notice what has to stand next to every word about the person (42 CFR 2.32)
 *  @param person details, only while a consent covers them */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReferralView(
        UUID id,
        UUID serviceId,
        @Nullable UUID senderOrganizationId,
        @Nullable UUID providerOrganizationId,
        ReferralState status,
        String priority,
        List<String> needs,
        List<String> acknowledged,
        boolean overridden,
        boolean introduction,
        @Nullable String businessStatus,
        @Nullable String reason,
        @Nullable String outcome,
        Instant createdAt,
        Instant updatedAt,
        Instant respondBy,
        @Nullable Instant endedAt,
        List<ReferralState> moves,
        @Nullable String notice,
        @Nullable PersonView person) {

    private static final String PART2_NOTICE =
            "42 CFR part 2 prohibits unauthorized use or disclosure of these records.";

    /** What a provider may know of the person, and until when.
     *  @param contactRule {@code do-not-contact} unless some way to reach her is marked as safe */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record PersonView(
            String contactRule,
            Person details,
            Consent consent,
            @Nullable String overrideReason,
            List<String> notes,
            Instant expiresAt) {

        static PersonView of(PersonRecord file, Instant expiresAt) {
            var notes = file.notes() == null ? List.<PersonRecord.Note>of() : file.notes();
            return new PersonView(
                    file.person().mayBeContacted() ? "as-stated" : "do-not-contact",
                    file.person(),
                    file.consent(),
                    file.overrideReason(),
                    notes.stream().map(PersonRecord.Note::text).toList(),
                    expiresAt);
        }
    }

    static ReferralView of(Referral r, List<ReferralState> moves, @Nullable PersonView person) {
        return new ReferralView(
                r.id,
                r.serviceId,
                r.senderOrganizationId,
                r.providerOrganizationId,
                r.status,
                r.priority,
                List.of(r.needs),
                List.of(r.acknowledged),
                r.overridden,
                r.introduction,
                r.businessStatus,
                r.reasonCode,
                r.outcome,
                r.createdAt,
                r.updatedAt,
                r.respondBy,
                r.endedAt,
                moves,
                r.part2 ? PART2_NOTICE : null,
                person);
    }
}
