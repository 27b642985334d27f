package org.nowrongdoor.search.model;

import java.util.List;
import java.util.UUID;
import org.nowrongdoor.directory.record.Disclosure;

/** A door next to the hits, so that no search ends at a wall.
 *  @param why {@code regional_navigator}, {@code statewide}, {@code national}, {@code peer_led} or {@code alternative} */
public record NextStep(List<Disclosure> disclosures, Door service, String why) {

    /** A service in the fewest words that still let someone call. */
    public record Door(UUID id, String name, List<HitService.PhoneNumber> phones, List<String> channels) {}
}
