package org.nowrongdoor.exchange.edit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.record.LocationPolicy;
import org.nowrongdoor.exchange.edit.EditResult.Pending;
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
    private final SecondEditorRule eyes;
    private final RowLoader rows;
    private final RowWriter upsert;

    PolicyEditor(PolicyProposalRepository proposals, SecondEditorRule eyes, RowLoader rows, RowWriter upsert) {
        this.proposals = proposals;
        this.eyes = eyes;
        this.rows = rows;
        this.upsert = upsert;
    }

    /** The policy that an edit asks for, where it is less strict than the stored one, or than the one that the record had
     *  when it was removed. */
    Optional<LocationPolicy> lessStrict(EditRequest edit, ObjectNode body) {
        var stated = PolicyResolver.stated(body);
        if (stated == null || (edit.entity() != ChangedEntity.SERVICE && edit.entity() != ChangedEntity.LOCATION)) {
            return Optional.empty();
        }
        return Optional.of(stated).filter(policy -> policy.compareTo(policyOf(edit)) < 0);
    }

    /** Notes that an editor wishes for a less strict policy than the present one. */
    Pending propose(EditRequest edit, LocationPolicy policy) {
        return new Pending(proposals.put(edit, policyOf(edit), policy), policy);
    }

    private LocationPolicy policyOf(EditRequest edit) {
        var stored = rows.load(List.of(PendingRow.lookup(edit.entity(), edit.id())));
        var held = stored.find(edit.entity(), edit.id());
        return held == null ? stored.removedPolicy(edit.entity(), edit.id()) : held.now.policy();
    }

    /** The same for a record of others as for one without a proposal. */
    static ProblemException notProposed() {
        return ProblemException.of(
                ProblemKind.NOT_FOUND, "no less strict policy is proposed for a record with this id");
    }

    /** Gives a record the policy that was proposed for it, in the caller's transaction.
     *  @param seen the proposal that the editor agrees to; null for whichever waits
     *  @throws ProblemException NOT_FOUND without a proposal, FORBIDDEN to the same pair of eyes, CONFLICT where another
     *      proposal waits, or while a stricter service is given at the place */
    void approve(EditRequest edit, @Nullable UUID seen) {
        var proposal = proposals.find(edit.entity(), edit.id()).orElseThrow(PolicyEditor::notProposed);
        if (seen != null && !seen.equals(proposal.id())) {
            throw ProblemException.of(
                    ProblemKind.CONFLICT, "another policy is proposed by now than the one you saw: look at it first");
        }
        eyes.refuseSame(proposal.proposedBy(), edit.actor());
        var stored = rows.load(List.of(PendingRow.lookup(edit.entity(), edit.id())));
        var held = stored.find(edit.entity(), edit.id());
        if (held == null) {
            throw ParameterProblems.absent();
        }
        if (held.now.policy() != proposal.from()) {
            throw ProblemException.of(
                    ProblemKind.CONFLICT, "the policy has changed since the proposal was made: propose it again");
        }
        if (edit.entity() == ChangedEntity.LOCATION
                && stored.strictestAt(edit.id()).compareTo(proposal.policy()) > 0) {
            throw ProblemException.of(
                    ProblemKind.CONFLICT, "a service that is given here has a stricter policy: change that one first");
        }
        var body = held.now.body().deepCopy().put("location_policy", WireName.snakeCase(proposal.policy()));
        held.now = new State(body, held.now.owners(), proposal.policy(), null);
        upsert.write(stored, edit.actor());
    }
}
