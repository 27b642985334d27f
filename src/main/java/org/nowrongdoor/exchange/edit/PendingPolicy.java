package org.nowrongdoor.exchange.edit;

/** What is answered when an edit asks for a less strict policy: nothing of it is stored but the wish.
 *  @param approve where a second editor agrees */
public record PendingPolicy(String status, String locationPolicy, String approve, String detail) {

    static PendingPolicy of(String policy, String path) {
        return of(
                policy,
                path,
                "a less strict policy needs a second editor with directory:approve; until then nothing of this edit is"
                        + " stored. Send the address once it is approved");
    }

    /** For a record that was removed and is made again. */
    static PendingPolicy ofNew(String policy, String path) {
        return of(
                policy,
                path,
                "a record with this id was removed under a stricter policy: it is stored with that one, and a less strict"
                        + " policy needs a second editor with directory:approve. Send the address once it is approved");
    }

    private static PendingPolicy of(String policy, String path, String detail) {
        return new PendingPolicy("pending_approval", policy, path + "/policy-approvals", detail);
    }
}
