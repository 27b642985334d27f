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
 *  @param why {@code regional_navigator}, {@code statewide}, {@code national}, {@code peer_led} or {@code alternative}
 *  @param forWhom of a line that peers lead, whom it is for; absent where that is not known and in a discreet answer */
public record NextStep(
        List<Disclosure> disclosures,
        List<StatedCondition> conditions,
        @Nullable String contactPreference,
        Door service,
        String why,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Group> forWhom) {

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
