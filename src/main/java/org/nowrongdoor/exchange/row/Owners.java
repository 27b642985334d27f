package org.nowrongdoor.exchange.row;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The records that a record hangs on, as its row names them in columns. A term's taxonomy stands as its organisation. */
public record Owners(
        @Nullable UUID organization,
        @Nullable UUID service,
        @Nullable UUID location) {

    public static final Owners NONE = new Owners(null, null, null);

    public static Owners organization(@Nullable UUID id) {
        return new Owners(id, null, null);
    }

    public static Owners pair(@Nullable UUID service, @Nullable UUID location) {
        return new Owners(null, service, location);
    }

    /** These, and where one is missing the one that was known before. */
    public Owners orElse(Owners before) {
        return new Owners(
                organization == null ? before.organization : organization,
                service == null ? before.service : service,
                location == null ? before.location : location);
    }
}
