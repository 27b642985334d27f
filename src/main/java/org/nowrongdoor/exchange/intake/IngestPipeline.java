package org.nowrongdoor.exchange.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.record.LocationPolicy;
import org.nowrongdoor.exchange.check.RetiredNumberRepository;
import org.nowrongdoor.exchange.check.RetiredNumbers;
import org.nowrongdoor.exchange.check.Rules;
import org.nowrongdoor.exchange.redaction.PolicyResolver;
import org.nowrongdoor.exchange.redaction.RecordRedactor;
import org.nowrongdoor.exchange.redaction.RedactionCascade;
import org.nowrongdoor.exchange.redaction.ServiceAreaResolver;
import org.nowrongdoor.exchange.row.ConcurrentChangeException;
import org.nowrongdoor.exchange.row.PendingRow;
import org.nowrongdoor.exchange.row.Row;
import org.nowrongdoor.exchange.row.RowLoader;
import org.nowrongdoor.exchange.row.RowResult;
import org.nowrongdoor.exchange.row.RowResult.Effect;
import org.nowrongdoor.exchange.row.TermLoader;
import org.nowrongdoor.exchange.row.TrackedRow;
import org.nowrongdoor.exchange.row.UnitOfWork;
import org.nowrongdoor.http.parameter.ParameterProblems;
import org.nowrongdoor.storage.ChangedEntity;

/** The one way into the directory: check, take apart, redact, store. Edits, imports and seed data all come this way. */
@Singleton
public class IngestPipeline {

    private final TermLoader terms;
    private final RetiredNumberRepository retired;
    private final RowLoader rows;
    private final RowWriter upsert;
    private final Rules rules;

    IngestPipeline(TermLoader terms, RetiredNumberRepository retired, RowLoader rows, RowWriter upsert, Rules rules) {
        this.terms = terms;
        this.retired = retired;
        this.rows = rows;
        this.upsert = upsert;
        this.rules = rules;
    }

    /** Begins an edit or an import, in the caller's transaction.
     *  @param actor who is named in the history; null for the house itself */
    public IngestContext begin(@Nullable String actor) {
        return new IngestContext(terms.load(), new RetiredNumbers(retired.list()), actor);
    }

    /** Waits until no other transaction edits a record, and keeps others waiting to the end of the transaction. */
    public void lock(String name) {
        rows.lock(name);
    }

    /** Keeps large imports fast: to be called when a multiple of what was there has been taken in. */
    public void analyse() {
        rows.analyse();
    }

    /** A record as it is stored, without what is nested in it. */
    public ObjectNode stored(ChangedEntity entity, UUID id) {
        var held = rows.load(List.of(PendingRow.lookup(entity, id))).find(entity, id);
        if (held == null) {
            throw ParameterProblems.absent();
        }
        return held.now.body();
    }

    /** Takes in a batch, in the caller's transaction. Rows with faults are left out; every other is stored.
     *  @throws ConcurrentChangeException when another caller changed one of the records meanwhile */
    public List<RowResult> take(IngestContext context, List<Row> batch) {
        var recordRules = rules.with(context.retired());
        var read = withoutDeclined(batch.stream()
                .map(row -> CheckedRow.of(row, context, recordRules))
                .toList());
        var stored =
                rows.load(read.stream().flatMap(row -> row.drafts().stream()).toList());
        var kept = read.stream().map(row -> store(row, stored, context)).toList();
        upsert.write(stored, context.actor());
        stored.list(ChangedEntity.TAXONOMY_TERM).forEach(term -> context.terms().learn(TermLoader.known(term)));
        var outcomes = new ArrayList<RowResult>();
        for (int i = 0; i < read.size(); i++) {
            outcomes.add(outcome(read.get(i), kept.get(i)));
        }
        return outcomes;
    }

    private List<CheckedRow> withoutDeclined(List<CheckedRow> read) {
        var declined = rules.declined()
                .among(read.stream().flatMap(row -> row.drafts().stream()).toList());
        return declined.isEmpty()
                ? read
                : read.stream().map(row -> row.without(declined)).toList();
    }

    /** Whether the provider of a service does not want it to be listed. */
    public boolean isDeclined(UUID service) {
        return rules.declined().holds(service);
    }

    /** Stores the records of a row in the batch's view.
     *  @return the rows they became, the record's own first; empty when it is refused */
    private List<TrackedRow> store(CheckedRow row, UnitOfWork stored, IngestContext context) {
        var findings = row.findings();
        var drafts = new ReferenceResolver(stored, findings).complete(row.drafts());
        if (findings.refused()) {
            return List.of();
        }
        var areas = new ServiceAreaResolver(rules.areas());
        drafts.forEach(draft -> areas.resolve(draft, findings));
        var policies = new PolicyResolver(stored, context.terms());
        policies.decide(drafts, findings);
        new RedactionCascade(stored, rows, policies, new RecordRedactor(areas, findings)).store(drafts);
        var kept = new ArrayList<TrackedRow>();
        for (var draft : drafts) {
            var held = stored.find(draft.entity(), draft.id());
            if (held != null) {
                kept.add(held);
            }
        }
        row.placesOfServices().forEach((service, places) -> kept.addAll(left(stored, service, places)));
        return kept;
    }

    /** Takes a service away from where it is no longer given. A place that is not public is never shown, so no
     *  editor can have left it out: it goes only by itself. */
    private static List<TrackedRow> left(UnitOfWork stored, UUID service, Set<UUID> places) {
        var held = stored.find(ChangedEntity.SERVICE, service);
        var gone = stored.placesOf(service).stream()
                .filter(pair -> !places.contains(pair.id))
                .filter(pair -> held != null && held.now.policy() == LocationPolicy.PUBLIC)
                .filter(pair -> isPublic(stored, pair.now.owners().location()))
                .toList();
        gone.forEach(pair -> pair.deleted = true);
        return gone;
    }

    private static boolean isPublic(UnitOfWork stored, @Nullable UUID location) {
        var held = location == null ? null : stored.find(ChangedEntity.LOCATION, location);
        return held != null && held.now.policy() == LocationPolicy.PUBLIC;
    }

    private static RowResult outcome(CheckedRow row, List<TrackedRow> kept) {
        var number = row.row().number();
        if (kept.isEmpty()) {
            var effect = row.findings().refused() ? Effect.REFUSED : Effect.UNCHANGED;
            return new RowResult(number, effect, null, row.findings());
        }
        var own = kept.get(0);
        if (own.before == null) {
            return new RowResult(number, Effect.ADDED, own.id, row.findings());
        }
        var effect = kept.stream().anyMatch(TrackedRow::changed) ? Effect.CHANGED : Effect.UNCHANGED;
        return new RowResult(number, effect, own.id, row.findings());
    }
}
