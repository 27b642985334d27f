package org.nowrongdoor.search.model;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.disclosure.StatedCondition;
import org.nowrongdoor.directory.record.Disclosure;

/** A door next to the hits, so that no search ends at a wall.
 *  @param contactPreference null in an answer that must be readable over a shoulder
 *  @param why {@code regional_navigator}, {@code statewide}, {@code national}, {@code peer_led} or {@code alternative} */
public record NextStep(
        List<Disclosure> disclosures,
        List<StatedCondition> conditions,
        @Nullable String contactPreference,
        Door service,
        String why) {

    /** A service in the fewest words that still let someone call. */
    @Schema(name = "NextStepService")
    public record Door(UUID id, String name, List<HitService.PhoneNumber> phones, List<String> channels) {}
}
