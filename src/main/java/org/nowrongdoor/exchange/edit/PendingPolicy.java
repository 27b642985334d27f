package org.nowrongdoor.exchange.edit;

import java.util.UUID;
import org.nowrongdoor.exchange.edit.EditResult.Pending;
import org.nowrongdoor.text.WireName;

/** What is answered when an edit asks for a less strict policy: nothing of it is stored but the wish.
 *  @param proposal names this wish: the second editor who sends it along agrees to this one alone
 *  @param approve where a second editor agrees */
public record PendingPolicy(String status, UUID proposal, String locationPolicy, String approve, String detail) {

    static PendingPolicy of(Pending pending, String path) {
        return of(
                pending,
                path,
                "a less strict policy needs a second editor with directory:approve; until then nothing of this edit is"
                        + " stored. Send the address once it is approved");
    }

    /** For a record that was removed and is made again. */
    static PendingPolicy ofNew(Pending pending, String path) {
        return of(
                pending,
                path,
                "a record with this id was removed under a stricter policy: it is stored with that one, and a less strict"
                        + " policy needs a second editor with directory:approve. Send the address once it is approved");
    }

    private static PendingPolicy of(Pending pending, String path, String detail) {
        var policy = WireName.snakeCase(pending.policy());
        return new PendingPolicy("pending_approval", pending.proposal(), policy, path + "/policy-approvals", detail);
    }
}
