package org.nowrongdoor.exchange.edit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.nowrongdoor.access.audit.AuditLog;
import org.nowrongdoor.directory.record.LocationPolicy;
import org.nowrongdoor.exchange.intake.IngestPipeline;
import org.nowrongdoor.exchange.row.ConcurrentChangeException;
import org.nowrongdoor.exchange.row.Findings;
import org.nowrongdoor.exchange.row.Row;
import org.nowrongdoor.exchange.row.RowResult.Effect;
import org.nowrongdoor.http.parameter.ParameterProblems;
import org.nowrongdoor.http.record.RenderedRecord;
import org.nowrongdoor.problem.Fault;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;
import org.nowrongdoor.storage.ChangedEntity;

/** Edits of one record by hand: one after the other, each on the state that its editor has seen. */
@Singleton
public class RecordEditor {

    // 5: edits of neighbouring records that meet are over in milliseconds.
    private static final int TRIES = 5;

    private final IngestPipeline intake;
    private final RecordViews shown;
    private final PreconditionChecker precondition;
    private final PolicyEditor policies;
    private final RecordRemover removal;
    private final AuditLog audit;

    // Six collaborators: an edit is to look, check, write, propose or remove, and note it.
    RecordEditor(
            IngestPipeline intake,
            RecordViews shown,
            PreconditionChecker precondition,
            PolicyEditor policies,
            RecordRemover removal,
            AuditLog audit) {
        this.intake = intake;
        this.shown = shown;
        this.precondition = precondition;
        this.policies = policies;
        this.removal = removal;
        this.audit = audit;
    }

    /** Makes the record, or puts another in its place. */
    EditResult put(EditRequest edit, ObjectNode record) {
        return alone(edit, () -> {
            var current = shown.find(edit.entity(), edit.id());
            precondition.check(edit.ifMatch(), current, false);
            if (current.isEmpty() && intake.isDeclined(edit.id())) {
                throw ProblemException.of(
                        ProblemKind.CONFLICT,
                        "the provider of this service does not want it to be listed; DELETE /declined-listings/"
                                + edit.id() + " lets it be stored again, when the provider has agreed");
            }
            var body = record.deepCopy();
            if (edit.entity() == ChangedEntity.SERVICE && !body.has("service_at_locations")) {
                body.putArray("service_at_locations");
            }
            return noted(edit, current.isEmpty() ? "create" : "replace", write(edit, body, current));
        });
    }

    /** Changes what a merge patch names. */
    public EditResult patch(EditRequest edit, ObjectNode patch) {
        return alone(edit, () -> {
            var current = shown.find(edit.entity(), edit.id());
            precondition.check(edit.ifMatch(), current, true);
            var body = MergePatch.apply(intake.stored(edit.entity(), edit.id()), patch);
            return noted(edit, "change", write(edit, body, current));
        });
    }

    /** Takes the record away, and what cannot be without it. */
    void delete(EditRequest edit) {
        alone(edit, () -> {
            precondition.check(edit.ifMatch(), shown.find(edit.entity(), edit.id()), true);
            removal.remove(edit);
            note(edit, "delete");
            return true;
        });
    }

    /** Takes a service away because its provider does not want to be listed; it stays away. */
    public void decline(EditRequest edit) {
        alone(edit, () -> {
            precondition.check(edit.ifMatch(), shown.find(edit.entity(), edit.id()), true);
            removal.decline(edit);
            note(edit, "decline");
            return true;
        });
    }

    /** Gives the record the less strict policy that another editor proposed. */
    EditResult approve(EditRequest edit) {
        return alone(edit, () -> {
            policies.approve(edit);
            note(edit, "approve");
            var after = shown.find(edit.entity(), edit.id()).orElseThrow(ParameterProblems::absent);
            return new EditResult(false, after, new Findings(), null);
        });
    }

    private EditResult noted(EditRequest edit, String action, EditResult edited) {
        note(edit, edited.pending() == null ? action : "propose");
        return edited;
    }

    private void note(EditRequest edit, String action) {
        var actor = Objects.requireNonNullElse(edit.actor(), "system");
        audit.record(actor, action, edit.entity().wire(), edit.id().toString());
    }

    private EditResult write(EditRequest edit, ObjectNode body, Optional<RenderedRecord> current) {
        var given = body.get("id");
        if (given == null) {
            body.put("id", edit.id().toString());
        } else if (!given.equals(TextNode.valueOf(edit.id().toString()))) {
            var detail = "id must be the id in the path (" + edit.id() + "); leave it out or make them equal";
            throw ProblemException.of(ProblemKind.UNPROCESSABLE, detail, List.of(new Fault("/id", detail)));
        }
        var pending = current.isEmpty() ? Optional.<LocationPolicy>empty() : policies.propose(edit, body);
        if (pending.isPresent()) {
            return new EditResult(false, current.get(), new Findings(), pending.get());
        }
        var context = intake.begin(edit.actor());
        var outcome =
                intake.take(context, List.of(Row.of(1, edit.entity(), body))).get(0);
        if (outcome.effect() == Effect.REFUSED) {
            throw refused(outcome.findings());
        }
        var after = shown.find(edit.entity(), edit.id()).orElseThrow(ParameterProblems::absent);
        return new EditResult(current.isEmpty(), after, outcome.findings(), null);
    }

    private static ProblemException refused(Findings findings) {
        var faults = findings.faults();
        var kind = findings.onlyUnknown() ? ProblemKind.UNKNOWN_FIELD : ProblemKind.UNPROCESSABLE;
        var more = faults.size() == 1 ? "" : " (and " + (faults.size() - 1) + " more under errors)";
        return ProblemException.of(kind, faults.get(0).detail() + more, faults);
    }

    /** Runs in a transaction of its own while no other transaction edits the same record. */
    private <T> T alone(EditRequest edit, Supplier<T> work) {
        for (int tries = 1; ; tries++) {
            try {
                return QuarkusTransaction.requiringNew().call(() -> {
                    intake.lock(edit.entity().wire() + "/" + edit.id());
                    return work.get();
                });
            } catch (RuntimeException e) {
                if (!ConcurrentChangeException.isBehind(e)) {
                    throw e;
                }
                if (tries == TRIES) {
                    throw ProblemException.of(
                                    ProblemKind.CONFLICT,
                                    "the record is being changed by others at the same moment; send the request again")
                            .with(Map.of());
                }
            }
        }
    }
}
