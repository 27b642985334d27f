package org.nowrongdoor.exchange.edit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.access.audit.AuditLog;
import org.nowrongdoor.access.caller.Reach;
import org.nowrongdoor.exchange.imports.RunningImportFinder;
import org.nowrongdoor.exchange.intake.IngestPipeline;
import org.nowrongdoor.exchange.intake.SeenVersions;
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
    private final RunningImportFinder imports;

    // Seven collaborators: an edit is to look, check, write, propose or remove, and note it, while imports run.
    RecordEditor(
            IngestPipeline intake,
            RecordViews shown,
            PreconditionChecker precondition,
            PolicyEditor policies,
            RecordRemover removal,
            AuditLog audit,
            RunningImportFinder imports) {
        this.intake = intake;
        this.shown = shown;
        this.precondition = precondition;
        this.policies = policies;
        this.removal = removal;
        this.audit = audit;
        this.imports = imports;
    }

    /** Makes the record, or puts another in its place. */
    EditResult put(EditRequest edit, ObjectNode record) {
        return alone(edit, () -> {
            refuseForeign(edit);
            var seen = intake.seen(edit.entity(), edit.id());
            var current = shown.find(edit.entity(), edit.id());
            precondition.check(edit.ifMatch(), current, false);
            if (current.isEmpty() && intake.isDeclined(edit.id())) {
                throw ProblemException.of(
                        ProblemKind.CONFLICT,
                        "the provider of this service does not want it to be listed. Ask the provider first."
                                + " Then DELETE"
                                + " /declined-listings/" + edit.id() + " lets it be stored again.");
            }
            var body = record.deepCopy();
            if (edit.entity() == ChangedEntity.SERVICE && !body.has("service_at_locations")) {
                body.putArray("service_at_locations");
            }
            return noted(edit, current.isEmpty() ? "create" : "replace", write(edit, body, current, seen));
        });
    }

    /** Changes what a merge patch names. */
    public EditResult patch(EditRequest edit, ObjectNode patch) {
        return patch(edit, patch, () -> {});
    }

    /** Changes what a merge patch names, and does what goes with it in the same transaction. */
    public EditResult patch(EditRequest edit, ObjectNode patch, Runnable along) {
        return alone(edit, () -> {
            refuseForeign(edit);
            var seen = intake.seen(edit.entity(), edit.id());
            var current = shown.find(edit.entity(), edit.id());
            precondition.check(edit.ifMatch(), current, true);
            var shownBody = current.orElseThrow(ParameterProblems::absent).body();
            var resolved = NullMemberChecker.resolve(edit.entity(), patch, shownBody);
            var body = MergePatch.apply(intake.stored(edit.entity(), edit.id()), resolved);
            var changed = write(edit, body, current, seen);
            along.run();
            return noted(edit, "change", changed);
        });
    }

    /** Whether a patch asks for a less strict policy, which waits for a second editor. */
    public boolean isWaitedFor(EditRequest edit, ObjectNode patch) {
        return QuarkusTransaction.requiringNew()
                .call(() -> policies.lessStrict(edit, patch).isPresent());
    }

    /** Takes the record away, and what cannot be without it.
     *  @return what else was changed or removed */
    Findings delete(EditRequest edit) {
        return alone(edit, () -> {
            refuseForeign(edit);
            var seen = intake.seen(edit.entity(), edit.id());
            precondition.check(edit.ifMatch(), shown.find(edit.entity(), edit.id()), true);
            var findings = removal.remove(edit, seen);
            note(edit, "delete");
            return findings;
        });
    }

    /** Takes a service away because its provider does not want to be listed; it stays away. */
    public void decline(EditRequest edit) {
        alone(edit, () -> {
            var seen = intake.seen(edit.entity(), edit.id());
            precondition.check(edit.ifMatch(), shown.find(edit.entity(), edit.id()), true);
            removal.decline(edit, seen);
            note(edit, "decline");
            return true;
        });
    }

    /** Gives the record the less strict policy that another editor proposed.
     *  @param proposal the one that the editor has seen; null for whichever waits */
    EditResult approve(EditRequest edit, @Nullable UUID proposal) {
        return alone(edit, () -> {
            if (!intake.isWithin(edit.reach(), edit.entity(), edit.id())) {
                throw PolicyEditor.notProposed();
            }
            policies.approve(edit, proposal);
            note(edit, "approve");
            var after = shown.find(edit.entity(), edit.id()).orElseThrow(ParameterProblems::absent);
            return new EditResult(false, after, new Findings(), null);
        });
    }

    /** Makes sure that a record is there and within reach.
     *  @throws ProblemException NOT_FOUND, the same for one that is not there and one of others */
    public void require(ChangedEntity entity, UUID id, Reach reach) {
        var isThere = shown.find(entity, id).isPresent();
        if (!intake.isWithin(reach, entity, id) || !isThere) {
            throw ParameterProblems.absent(entity.wire(), id);
        }
    }

    private void refuseForeign(EditRequest edit) {
        if (!intake.isWithin(edit.reach(), edit.entity(), edit.id())) {
            throw ProblemException.of(
                    ProblemKind.FORBIDDEN,
                    "this record is not of your organisation. Use a key of that organisation, or one without any.");
        }
    }

    private EditResult noted(EditRequest edit, String action, EditResult edited) {
        note(edit, edited.pending() == null ? action : "propose");
        return edited;
    }

    private void note(EditRequest edit, String action) {
        var actor = Objects.requireNonNullElse(edit.actor(), "system");
        audit.record(actor, action, edit.entity().wire(), edit.id().toString());
    }

    private EditResult write(EditRequest edit, ObjectNode body, Optional<RenderedRecord> current, SeenVersions seen) {
        var given = body.get("id");
        if (given == null) {
            body.put("id", edit.id().toString());
        } else if (!given.equals(TextNode.valueOf(edit.id().toString()))) {
            var detail = "id must be the id in the path (" + edit.id() + "). Leave it out or make them equal.";
            throw ProblemException.of(ProblemKind.UNPROCESSABLE, detail, List.of(new Fault("/id", detail)));
        }
        var pending = policies.lessStrict(edit, body);
        if (pending.isPresent() && current.isPresent()) {
            var proposal = policies.propose(edit, pending.get());
            return new EditResult(false, current.get(), new Findings(), proposal);
        }
        var context = intake.beginEdit(edit.actor(), edit.reach(), seen);
        var outcome =
                intake.take(context, List.of(Row.of(1, edit.entity(), body))).get(0);
        if (outcome.effect() == Effect.REFUSED) {
            throw refused(outcome.findings());
        }
        // A record that was removed and is made again begins with the policy that it had.
        var proposal = pending.map(policy -> policies.propose(edit, policy)).orElse(null);
        var after = shown.find(edit.entity(), edit.id()).orElseThrow(ParameterProblems::absent);
        return new EditResult(current.isEmpty(), after, outcome.findings(), proposal);
    }

    private static ProblemException refused(Findings findings) {
        var faults = findings.faults();
        var kind = findings.isForeign()
                ? ProblemKind.FORBIDDEN
                : findings.onlyUnknown() ? ProblemKind.UNKNOWN_FIELD : ProblemKind.UNPROCESSABLE;
        var more = faults.size() == 1 ? "" : " (and " + (faults.size() - 1) + " more under errors)";
        return ProblemException.of(kind, faults.get(0).detail() + more, faults);
    }

    /** Tells who holds the record, as far as the editor may know. */
    private ProblemException held(EditRequest edit) {
        var running = imports.find(edit.reach());
        if (!running.isAny()) {
            return ProblemException.of(
                    ProblemKind.UNAVAILABLE,
                    "other edits hold this record, or one that belongs to it, for 2 seconds already. Send the"
                            + " request again.");
        }
        var own = running.own().stream().map(id -> "/imports/" + id).collect(Collectors.joining(", "));
        return ProblemException.of(
                ProblemKind.IMPORT_IN_PROGRESS,
                "an import has held this record, or one that belongs to it, for 2 seconds. Nothing was changed."
                        + " Send the"
                        + " request again." + (own.isEmpty() ? "" : " Running now: " + own));
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
                if (ConcurrentChangeException.isWaitOver(e)) {
                    throw held(edit);
                }
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
