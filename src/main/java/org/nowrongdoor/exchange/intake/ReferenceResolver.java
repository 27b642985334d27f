package org.nowrongdoor.exchange.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.exchange.row.Finding.Kind;
import org.nowrongdoor.exchange.row.Findings;
import org.nowrongdoor.exchange.row.JsonMembers;
import org.nowrongdoor.exchange.row.JsonPath;
import org.nowrongdoor.exchange.row.KnownTerms;
import org.nowrongdoor.exchange.row.PendingRow;
import org.nowrongdoor.exchange.row.RecordSchema;
import org.nowrongdoor.exchange.row.RecordSize;
import org.nowrongdoor.exchange.row.UnitOfWork;
import org.nowrongdoor.storage.ChangedEntity;

/** Completes the drafts of a row from what is stored, and finds what is missing or leads nowhere. */
final class ReferenceResolver {

    private final UnitOfWork stored;
    private final KnownTerms terms;
    private final Findings findings;
    private final PartnerResolver partners;

    ReferenceResolver(UnitOfWork stored, IngestContext context, Findings findings) {
        this.stored = stored;
        this.terms = context.terms();
        this.findings = findings;
        this.partners = new PartnerResolver(stored, context.unreadable(), findings);
    }

    /** The drafts as they are to be stored: what a nested record or its owner does not say stays as it is. */
    List<PendingRow> complete(List<PendingRow> drafts) {
        var complete = new ArrayList<PendingRow>();
        for (var draft : drafts) {
            var held = stored.find(draft.entity(), draft.id());
            var known = draft;
            if (held != null) {
                known = draft.with(draft.owners().orElse(held.now.owners()));
                if (draft.nested()) {
                    known = known.with(held.now.body().deepCopy().setAll(draft.body()));
                }
            }
            complete.add(known);
        }
        complete.forEach(draft -> check(draft, complete));
        return complete;
    }

    private void check(PendingRow draft, List<PendingRow> row) {
        // What is stored already may be joined to what was sent.
        var tooLarge = RecordSize.of(draft.body()).fault();
        if (tooLarge != null) {
            findings.fault(draft.place(), null, tooLarge);
            return;
        }
        var held = stored.find(draft.entity(), draft.id());
        var isJoinedLater = draft.nested() && held != null && held.isStaged();
        for (var field : RecordSchema.of(draft.entity()).fields().values()) {
            var place = draft.place().at(field.name());
            if (field.required() && !isJoinedLater && !draft.body().has(field.name()) && !alreadyFound(place)) {
                findings.fault(place, null, "is required and missing: give " + field.type().description);
            }
        }
        var owners = draft.owners();
        switch (draft.entity()) {
            case SERVICE, LOCATION -> exists(ChangedEntity.ORGANIZATION, owners.organization(), draft, row);
            case ORGANIZATION -> partners.check(draft, row);
            case SERVICE_AT_LOCATION -> pair(draft, row);
            case TAXONOMY_TERM -> {
                exists(ChangedEntity.TAXONOMY, owners.organization(), draft, row);
                hasOwnCode(draft, row);
            }
            default -> {}
        }
    }

    /** A code names one term of a taxonomy. */
    private void hasOwnCode(PendingRow draft, List<PendingRow> row) {
        var code = code(draft.id(), draft.body());
        var taxonomy = draft.owners().organization();
        var known = terms.findOnly(code, taxonomy);
        var other = Stream.of(
                        known == null || isHere(known.id(), row) ? Stream.<UUID>empty() : Stream.of(known.id()),
                        stored.list(ChangedEntity.TAXONOMY_TERM).stream()
                                .filter(term -> !term.deleted
                                        && code.equals(code(term.id, term.now.body()))
                                        && Objects.equals(
                                                taxonomy, term.now.owners().organization()))
                                .map(term -> term.id)
                                .filter(id -> !isIn(row, id)),
                        row.stream()
                                .filter(term -> term.entity() == ChangedEntity.TAXONOMY_TERM
                                        && code.equals(code(term.id(), term.body()))
                                        && Objects.equals(
                                                taxonomy, term.owners().organization()))
                                .map(PendingRow::id))
                .flatMap(ids -> ids)
                .filter(id -> !id.equals(draft.id()))
                .findFirst();
        other.ifPresent(id -> findings.fault(
                draft.place().at("code"),
                code,
                "is the code of another term of this taxonomy, " + id
                        + ". Send this one with that id. Or give it its own code."));
    }

    /** A term without a code has its id for one. */
    private static String code(UUID id, ObjectNode body) {
        return Objects.requireNonNullElse(JsonMembers.text(body, "code"), id.toString());
    }

    /** Whether the state of a term is known better than by what all terms were. */
    private boolean isHere(UUID term, List<PendingRow> row) {
        var held = stored.find(ChangedEntity.TAXONOMY_TERM, term);
        return (held != null && !held.isStaged()) || isIn(row, term);
    }

    private static boolean isIn(List<PendingRow> row, UUID term) {
        return row.stream()
                .anyMatch(draft -> draft.entity() == ChangedEntity.TAXONOMY_TERM
                        && draft.id().equals(term));
    }

    private void pair(PendingRow draft, List<PendingRow> row) {
        named(ChangedEntity.SERVICE, draft.owners().service(), draft, row);
        named(ChangedEntity.LOCATION, draft.owners().location(), draft, row);
        var held = stored.find(ChangedEntity.SERVICE_AT_LOCATION, draft.id());
        var service = draft.owners().service();
        if (held != null && service != null && !service.equals(held.now.owners().service())) {
            findings.fault(
                    draft.place().at("id"),
                    draft.id().toString(),
                    "belongs to another service: leave it out or give a new one");
        }
    }

    private void named(ChangedEntity entity, @Nullable UUID id, PendingRow draft, List<PendingRow> row) {
        if (id == null) {
            var member = entity.wire() + "_id";
            findings.fault(
                    draft.place().at(member), null, "is required and missing: give it, or nest the " + entity.wire());
        } else {
            exists(entity, id, draft, row);
        }
    }

    private void exists(ChangedEntity entity, @Nullable UUID id, PendingRow draft, List<PendingRow> row) {
        if (id == null || stored.find(entity, id) != null) {
            return;
        }
        if (row.stream()
                .noneMatch(other -> other.entity() == entity && other.id().equals(id))) {
            findings.fault(
                    draft.place().at(entity.wire() + "_id"),
                    id.toString(),
                    "is not stored: nest the " + entity.wire() + ", or send it before what belongs to it");
        }
    }

    private boolean alreadyFound(JsonPath place) {
        var pointer = place.toString();
        return findings.all().stream()
                .anyMatch(finding ->
                        finding.kind() == Kind.FAULT && finding.pointer().startsWith(pointer));
    }
}
