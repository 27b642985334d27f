package org.nowrongdoor.exchange;

import java.util.Optional;
import org.nowrongdoor.directory.LocationPolicy;

/** The areas that a service may name. */
interface Areas {

    Optional<Area> find(String id);

    /** The one area that a name means; empty when none or several are called so. */
    Optional<Area> named(String name);

    /** The smallest area around one that a policy lets be told: the county, for hidden the state. */
    Area widen(Area area, LocationPolicy policy);
}
