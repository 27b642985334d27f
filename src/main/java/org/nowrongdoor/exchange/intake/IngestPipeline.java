package org.nowrongdoor.exchange.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.access.caller.Reach;
import org.nowrongdoor.directory.record.LocationPolicy;
import org.nowrongdoor.exchange.check.RetiredNumberRepository;
import org.nowrongdoor.exchange.check.RetiredNumbers;
import org.nowrongdoor.exchange.check.RowRules;
import org.nowrongdoor.exchange.check.Rules;
import org.nowrongdoor.exchange.check.ScheduleRules;
import org.nowrongdoor.exchange.redaction.PolicyResolver;
import org.nowrongdoor.exchange.redaction.RecordRedactor;
import org.nowrongdoor.exchange.redaction.RedactionCascade;
import org.nowrongdoor.exchange.redaction.ServiceAreaResolver;
import org.nowrongdoor.exchange.row.ConcurrentChangeException;
import org.nowrongdoor.exchange.row.PendingRow;
import org.nowrongdoor.exchange.row.RelatedRowLoader;
import org.nowrongdoor.exchange.row.Row;
import org.nowrongdoor.exchange.row.RowLoader;
import org.nowrongdoor.exchange.row.RowResult;
import org.nowrongdoor.exchange.row.RowResult.Effect;
import org.nowrongdoor.exchange.row.TermLoader;
import org.nowrongdoor.exchange.row.TrackedRow;
import org.nowrongdoor.exchange.row.UnitOfWork;
import org.nowrongdoor.exchange.row.UnreadablePart;
import org.nowrongdoor.http.parameter.ParameterProblems;
import org.nowrongdoor.storage.ChangedEntity;

/** The one way into the directory: check, take apart, redact, store. Edits, imports and seed data all come this way. */
@Singleton
public class IngestPipeline {

    private final TermLoader terms;
    private final RetiredNumberRepository retired;
    private final RowLoader rows;
    private final RelatedRowLoader related;
    private final RowWriter upsert;
    private final StagedRowRepository staged;
    private final Rules rules;

    // Seven: a record is checked against terms, numbers and rules, and read, followed, staged and written as rows.
    IngestPipeline(
            TermLoader terms,
            RetiredNumberRepository retired,
            RowLoader rows,
            RelatedRowLoader related,
            RowWriter upsert,
            StagedRowRepository staged,
            Rules rules) {
        this.terms = terms;
        this.retired = retired;
        this.rows = rows;
        this.related = related;
        this.upsert = upsert;
        this.staged = staged;
        this.rules = rules;
    }

    /** Begins an import or a part of it, in the caller's transaction: what cannot be read is left out of a row.
     *  @param actor who is named in the history; null for the house itself
     *  @param reach whose records it may change
     *  @param first what the first reading of the whole file has found */
    public IngestContext begin(@Nullable String actor, Reach reach, FirstReading first) {
        var numbers = new RetiredNumbers(retired.list());
        return new IngestContext(terms.load(), numbers, actor, reach, UnreadablePart.DROPPED, SeenVersions.NONE, first);
    }

    /** Begins an edit, in the caller's transaction: what cannot be read is refused.
     *  @param actor who is named in the history; null for the house itself
     *  @param reach whose records it may change
     *  @param seen what its editor has seen */
    public IngestContext beginEdit(@Nullable String actor, Reach reach, SeenVersions seen) {
        var numbers = new RetiredNumbers(retired.list());
        return new IngestContext(terms.load(), numbers, actor, reach, UnreadablePart.REFUSED, seen, FirstReading.NONE);
    }

    /** Waits until no other transaction edits a record, and keeps others waiting to the end of the transaction. */
    public void lock(String name) {
        rows.lock(name);
    }

    /** Keeps large imports fast: to be called when a multiple of what was there has been taken in. */
    public void analyse() {
        rows.analyse();
    }

    /** What a record and those that it shows are now, to be read before its editor's precondition is looked at. */
    public SeenVersions seen(ChangedEntity entity, UUID id) {
        return upsert.seen(entity, id);
    }

    /** A record as it is stored, without what is nested in it and without what cannot be read any more. */
    public ObjectNode stored(ChangedEntity entity, UUID id) {
        var held = rows.load(List.of(PendingRow.lookup(entity, id))).find(entity, id);
        if (held == null) {
            throw ParameterProblems.absent();
        }
        var body = held.now.body().deepCopy();
        ScheduleRules.leaveOutUnreadable(body);
        return body;
    }

    /** Whether a record is within reach; true for one that is not stored. */
    public boolean isWithin(Reach reach, ChangedEntity entity, UUID id) {
        if (reach.isAcross()) {
            return true;
        }
        var stored = rows.load(List.of(PendingRow.lookup(entity, id)));
        var held = stored.find(entity, id);
        return held == null || new OwnershipChecker(stored, rows, reach).isOwn(held);
    }

    /** Takes in a batch, in the caller's transaction. Rows with faults are left out; every other is stored.
     *  @throws ConcurrentChangeException when another caller changed one of the records meanwhile */
    public List<RowResult> take(IngestContext context, List<Row> batch) {
        var read = settled(context, batch);
        if (context.unreadable() == UnreadablePart.DROPPED) {
            upsert.hold(drafts(read));
        }
        var stored = rows.load(needed(context, read));
        related.notePartners(stored, PartnerResolver.named(drafts(read)));
        context.seen().check(stored);
        var kept = read.stream().map(row -> store(row, stored, context)).toList();
        upsert.write(stored, context.actor());
        rules.declined().refuseNew(stored);
        return outcomes(context, stored, read, kept);
    }

    /** Checks a batch in the same way, in the caller's transaction, and stores nothing of it.
     *  @param importId whose earlier batches it may refer to */
    public List<RowResult> check(IngestContext context, UUID importId, List<Row> batch) {
        var read = settled(context, batch);
        var needed = needed(context, read);
        var stored = rows.load(needed);
        related.notePartners(stored, PartnerResolver.named(needed));
        needed.addAll(PartnerResolver.lookups(needed));
        staged.load(importId, stored, needed);
        var kept = read.stream().map(row -> store(row, stored, context)).toList();
        staged.put(importId, stored);
        return outcomes(context, stored, read, kept);
    }

    /** Begins the first reading of a file.
     *  @param context known to it alone: it learns the terms of the file */
    public FirstReader firstReader(IngestContext context, long fileBytes) {
        return new FirstReader(context, rules, fileBytes);
    }

    private List<CheckedRow> read(IngestContext context, List<Row> batch) {
        var faultless = context.first().faultless();
        var all = rules.with(context.retired());
        return batch.stream()
                .map(row -> CheckedRow.of(row, context, faultless.holds(row, context.retired()) ? RowRules.NONE : all))
                .toList();
    }

    private List<CheckedRow> settled(IngestContext context, List<Row> batch) {
        return withoutDeclined(read(context, batch).stream()
                .map(row -> context.first().repeated().settle(row, context.terms()))
                .toList());
    }

    private static List<PendingRow> drafts(List<CheckedRow> read) {
        return read.stream().flatMap(row -> row.drafts().stream()).toList();
    }

    private static List<PendingRow> needed(IngestContext context, List<CheckedRow> read) {
        var needed = new ArrayList<>(drafts(read));
        // A new record that names no organisation gets this one.
        var sender = context.reach().organizationId();
        if (sender != null) {
            needed.add(PendingRow.lookup(ChangedEntity.ORGANIZATION, sender));
        }
        return needed;
    }

    private static List<RowResult> outcomes(
            IngestContext context, UnitOfWork stored, List<CheckedRow> read, List<List<TrackedRow>> kept) {
        stored.list(ChangedEntity.TAXONOMY_TERM).stream()
                .filter(term -> !term.isStaged() || term.changed())
                .forEach(term -> context.terms().learn(TermLoader.known(term)));
        var outcomes = new ArrayList<RowResult>();
        for (int i = 0; i < read.size(); i++) {
            outcomes.add(outcome(read.get(i), kept.get(i), context));
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
        var ownership = new OwnershipChecker(stored, rows, context.reach());
        var drafts = new ReferenceResolver(stored, context, findings).complete(ownership.adopt(row.drafts()));
        ownership.check(drafts, findings);
        new StatementKeeper(stored, context.unreadable()).keep(drafts);
        new VerificationKeeper(stored, context.unreadable(), rules.today()).keep(drafts, findings);
        var areas = new ServiceAreaResolver(rules.areas());
        drafts.forEach(draft -> areas.resolve(draft, findings));
        if (isWithheld(drafts, stored, context)) {
            findings.withholdValues();
        }
        if (findings.refused()) {
            return List.of();
        }
        var policies = new PolicyResolver(stored, context.terms());
        policies.decide(drafts, findings);
        var loaders = new RedactionCascade.Loaders(rows, related);
        new RedactionCascade(stored, loaders, policies, new RecordRedactor(areas, findings), findings).store(drafts);
        var kept = new ArrayList<TrackedRow>();
        for (var draft : drafts) {
            var held = stored.find(draft.entity(), draft.id());
            if (held != null) {
                kept.add(held);
            }
        }
        row.placesOfServices().forEach((service, places) -> {
            var held = stored.find(ChangedEntity.SERVICE, service);
            if (held != null && ownership.isOwn(held)) {
                kept.addAll(left(stored, service, places));
            }
        });
        return kept;
    }

    /** Whether something in a row is not public, by its own word or by what is stored. */
    private static boolean isWithheld(List<PendingRow> drafts, UnitOfWork stored, IngestContext context) {
        return drafts.stream().anyMatch(draft -> {
            var stated = draft.body().path("location_policy").asText("public");
            var held = stored.find(draft.entity(), draft.id());
            return !stated.equals("public")
                    || (held != null && held.now.policy() != LocationPolicy.PUBLIC)
                    || context.terms().keepsConfidential(draft.body())
                    || (draft.entity() == ChangedEntity.LOCATION
                            && stored.strictestAt(draft.id()) != LocationPolicy.PUBLIC)
                    || (draft.entity() == ChangedEntity.ORGANIZATION && stored.isGuarded(draft.id()));
        });
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

    private static RowResult outcome(CheckedRow row, List<TrackedRow> kept, IngestContext context) {
        var number = row.row().number();
        if (kept.isEmpty()) {
            var effect = row.findings().refused() ? Effect.REFUSED : Effect.UNCHANGED;
            return RowResult.of(number, effect, row.findings());
        }
        var own = kept.get(0);
        var isChanged = kept.stream().anyMatch(TrackedRow::changed);
        var effect = own.before == null ? Effect.ADDED : isChanged ? Effect.CHANGED : Effect.UNCHANGED;
        var isOneService = row.isOneService() && !context.first().repeated().hasOneOf(row.drafts());
        return new RowResult(number, effect, own.id, row.findings(), isOneService);
    }
}
