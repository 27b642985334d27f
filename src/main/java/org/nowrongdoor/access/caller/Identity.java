package org.nowrongdoor.access.caller;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whom a key or a token speaks for.
 *  @param logId what the access log writes; never a name
 *  @param actor who is named in history and audit
 *  @param maker whose hand the key comes from; the actor itself where that is the same
 *  @param organizationId whose own records they may touch; null for none
 *  @param origins the sites whose pages alone may use it; empty for one that is not for embedding */
public record Identity(
        String logId,
        String actor,
        String maker,
        @Nullable UUID organizationId,
        Set<Scope> scopes,
        List<String> origins) {}
