package org.nowrongdoor.search.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.disclosure.StatedCondition;
import org.nowrongdoor.directory.record.Disclosure;

/** A door next to the hits, so that no search ends at a wall.
 *  @param contactPreference null in an answer that must be readable over a shoulder
 *  @param why {@code regional_navigator}, {@code statewide}, {@code national}, {@code peer_led}, {@code alternative},
 *      {@code introduces} or {@code legal_advice}
 *  @param forWhom of a line that peers lead, whom it is for; absent where that is not known and in a discreet answer
 *  @param partnerOf of a partner, the service that it can introduce to or gives legal advice for; absent in others */
public record NextStep(
        List<Disclosure> disclosures,
        List<StatedCondition> conditions,
        @Nullable String contactPreference,
        Door service,
        String why,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Group> forWhom,

        @JsonInclude(JsonInclude.Include.NON_NULL) SearchPage.@Nullable HitName partnerOf) {

    /** A door that is no partner of any. */
    public NextStep(
            List<Disclosure> disclosures,
            List<StatedCondition> conditions,
            @Nullable String contactPreference,
            Door service,
            String why,
            List<Group> forWhom) {
        this(disclosures, conditions, contactPreference, service, why, forWhom, null);
    }

    /** People whom a peer line is for, by the term that stands for them or in the words of the provider.
     *  @param code null where the provider's own words are all there is */
    @Schema(name = "PeopleServed")
    public record Group(
            @Nullable @JsonInclude(JsonInclude.Include.NON_NULL)
            String code,

            String label) {}

    /** A service in the fewest words that still let someone call. */
    @Schema(name = "NextStepService")
    public record Door(UUID id, String name, List<HitService.PhoneNumber> phones, List<String> channels) {}
}
