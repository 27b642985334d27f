package org.nowrongdoor.exchange.edit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.nowrongdoor.directory.record.LocationPolicy;
import org.nowrongdoor.exchange.intake.RowWriter;
import org.nowrongdoor.exchange.redaction.PolicyResolver;
import org.nowrongdoor.exchange.row.PendingRow;
import org.nowrongdoor.exchange.row.RowLoader;
import org.nowrongdoor.exchange.row.TrackedRow.State;
import org.nowrongdoor.http.parameter.ParameterProblems;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;
import org.nowrongdoor.storage.ChangedEntity;
import org.nowrongdoor.text.WireName;

/** Less strict policies: one editor asks, another agrees. */
@Singleton
class PolicyEditor {

    private final PolicyProposalRepository proposals;
    private final RowLoader rows;
    private final RowWriter upsert;

    PolicyEditor(PolicyProposalRepository proposals, RowLoader rows, RowWriter upsert) {
        this.proposals = proposals;
        this.rows = rows;
        this.upsert = upsert;
    }

    /** Notes the proposal when an edit asks for a less strict policy than the stored one.
     *  @return the policy that was asked for; empty when the edit needs no one else */
    Optional<LocationPolicy> propose(EditRequest edit, ObjectNode body) {
        var stated = PolicyResolver.stated(body);
        if (stated == null || (edit.entity() != ChangedEntity.SERVICE && edit.entity() != ChangedEntity.LOCATION)) {
            return Optional.empty();
        }
        var held =
                rows.load(List.of(PendingRow.lookup(edit.entity(), edit.id()))).find(edit.entity(), edit.id());
        if (held == null || stated.compareTo(held.now.policy()) >= 0) {
            return Optional.empty();
        }
        proposals.put(edit, stated);
        return Optional.of(stated);
    }

    /** Gives a record the policy that was proposed for it, in the caller's transaction.
     *  @throws ProblemException NOT_FOUND without a proposal, FORBIDDEN to its proposer, CONFLICT while a
     *  stricter
     *      service is given at the place */
    void approve(EditRequest edit) {
        var proposal = proposals
                .find(edit.entity(), edit.id())
                .orElseThrow(() -> ProblemException.of(
                        ProblemKind.NOT_FOUND, "no less strict policy is proposed for a record with this id"));
        if (proposal.proposedBy().equals(edit.actor())) {
            throw ProblemException.of(
                    ProblemKind.FORBIDDEN,
                    "whoever proposed a less strict policy cannot approve it: ask a second editor");
        }
        var stored = rows.load(List.of(PendingRow.lookup(edit.entity(), edit.id())));
        var held = stored.find(edit.entity(), edit.id());
        if (held == null) {
            throw ParameterProblems.absent();
        }
        if (edit.entity() == ChangedEntity.LOCATION
                && stored.strictestAt(edit.id()).compareTo(proposal.policy()) > 0) {
            throw ProblemException.of(
                    ProblemKind.CONFLICT, "a service that is given here has a stricter policy: change that one first");
        }
        var body = held.now.body().deepCopy().put("location_policy", WireName.snakeCase(proposal.policy()));
        held.now = new State(body, held.now.owners(), proposal.policy(), null);
        upsert.write(stored, edit.actor());
        proposals.remove(edit.entity(), edit.id());
    }
}
