package org.nowrongdoor.access.caller;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose records a caller may see and change: the one rule about organisations. What belongs to none is shared by all, and
 *  only a reach across organisations covers it.
 *  @param organizationId the caller's organisation; null reaches across */
public record Reach(@Nullable UUID organizationId) {

    /** The reach of a key without organisation, and of the program itself. */
    public static final Reach ACROSS = new Reach(null);

    public boolean isAcross() {
        return organizationId == null;
    }

    /** Whether something of this owner lies within.
     *  @param owner an organisation; null for what is shared */
    public boolean covers(@Nullable UUID owner) {
        return organizationId == null || organizationId.equals(owner);
    }

    /** The owner of something new that names none. */
    public @Nullable UUID ownerOr(@Nullable UUID named) {
        return named == null ? organizationId : named;
    }
}
