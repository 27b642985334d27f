package org.nowrongdoor.exchange.row;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The records that a record hangs on, as its row names them in columns. A term's taxonomy stands as its organisation. */
public record ParentIds(
        @Nullable UUID organization,
        @Nullable UUID service,
        @Nullable UUID location) {

    public static final ParentIds NONE = new ParentIds(null, null, null);

    public static ParentIds organization(@Nullable UUID id) {
        return new ParentIds(id, null, null);
    }

    public static ParentIds pair(@Nullable UUID service, @Nullable UUID location) {
        return new ParentIds(null, service, location);
    }

    /** These, and where one is missing the one that was known before. */
    public ParentIds orElse(ParentIds before) {
        return new ParentIds(
                organization == null ? before.organization : organization,
                service == null ? before.service : service,
                location == null ? before.location : location);
    }
}
