package org.nowrongdoor.access;

/** What a key may do. */
public enum Scope {
    REFERRALS_WRITE("referrals:write"),
    REFERRALS_ANSWER("referrals:answer"),
    DIRECTORY_WRITE("directory:write"),
    DIRECTORY_APPROVE("directory:approve"),
    STATS_READ("stats:read"),
    KEYS_ADMIN("keys:admin");

    /** The name on the wire and in tokens. */
    public final String wire;

    Scope(String wire) {
        this.wire = wire;
    }
}
