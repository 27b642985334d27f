package org.nowrongdoor.exchange.edit;

/** What is answered when an edit asks for a less strict policy: nothing of it is stored but the wish.
 *  @param approve where a second editor agrees */
public record PendingPolicy(String status, String locationPolicy, String approve, String detail) {

    static PendingPolicy of(String policy, String path) {
        return new PendingPolicy(
                "pending_approval",
                policy,
                path + "/policy-approvals",
                "a less strict policy needs a second editor with directory:approve; until then nothing of this edit is"
                        + " stored. Send the address once it is approved");
    }
}
