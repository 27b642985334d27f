package org.nowrongdoor.exchange.edit;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.access.key.KeyMakers;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;

/** Two editors are two people: neither the same key, nor keys of one maker, nor a key and one that it has made. The admin's
 *  key makes the first of all, so it counts as another than those that it made, and a key without organisation that it made
 *  as another than those it made for organisations. */
@Singleton
class SecondEditorRule {

    // Longer chains are of no directory; a loop cannot be, and would end here.
    private static final int LONGEST = 20;

    private final KeyMakers makers;

    SecondEditorRule(KeyMakers makers) {
        this.makers = makers;
    }

    /** Refuses an approval that would be the proposer's own.
     *  @throws ProblemException FORBIDDEN */
    void refuseSame(String proposer, @Nullable String approver) {
        if (approver == null || isSame(proposer, approver)) {
            throw ProblemException.of(
                    ProblemKind.FORBIDDEN,
                    "a less strict policy needs a second editor. Ask one with a key of another maker.");
        }
    }

    /** Whether two actors may be one person. */
    private boolean isSame(String proposer, String approver) {
        if (proposer.equals(approver)) {
            return true;
        }
        var ofProposer = lineage(proposer);
        var ofApprover = lineage(approver);
        return haveOneMaker(proposer, approver)
                || ofProposer.stream().anyMatch(maker -> isMade(maker, approver))
                || ofApprover.stream().anyMatch(maker -> isMade(maker, proposer))
                || ofProposer.stream().anyMatch(maker -> !maker.equals(KeyMakers.ADMIN) && ofApprover.contains(maker));
    }

    private boolean haveOneMaker(String proposer, String approver) {
        var maker = makers.find(proposer);
        return maker.isPresent()
                && maker.equals(makers.find(approver))
                && !(maker.get().equals(KeyMakers.ADMIN)
                        && makers.isOrganizations(proposer)
                        && !makers.isOrganizations(approver));
    }

    private static boolean isMade(String maker, String other) {
        return maker.equals(other) && !maker.equals(KeyMakers.ADMIN);
    }

    /** The makers of an actor, the nearest first. */
    private List<String> lineage(String actor) {
        var found = new ArrayList<String>();
        var maker = makers.find(actor);
        while (maker.isPresent() && found.size() < LONGEST) {
            found.add(maker.get());
            maker = makers.find(maker.get());
        }
        return found;
    }
}
