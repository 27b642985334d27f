package org.nowrongdoor.taxonomy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.nowrongdoor.storage.ChangeKind;
import org.nowrongdoor.storage.ChangeLog;
import org.nowrongdoor.storage.ChangedEntity;
import org.nowrongdoor.storage.NewChange;

/** Brings the packaged vocabulary into the store at start: all of it once, later only what a new package changed. */
@Singleton
public class PackagedTerms {

    // Before anything that reads the store at start: services name these terms.
    private static final int FIRST = 10;
    private static final String NAME = "No Wrong Door needs";

    private final TermRepository stored;
    private final TaxonomyRepository taxonomies;
    private final ChangeLog changes;
    private final Terms terms;
    private final Clock clock;

    /** Writes into the store and its change log. */
    PackagedTerms(TermRepository stored, TaxonomyRepository taxonomies, ChangeLog changes, Terms terms, Clock clock) {
        this.stored = stored;
        this.taxonomies = taxonomies;
        this.changes = changes;
        this.terms = terms;
        this.clock = clock;
    }

    void atStart(@Observes @Priority(FIRST) StartupEvent event) {
        load();
        terms.refresh();
    }

    /** Stores what is missing or has changed since the package that was stored last. What an editor changed stays
     *  until a new package comes.
     *  @return how many records were written */
    int load() {
        return QuarkusTransaction.requiringNew().call(() -> {
            // Two nodes may start at once on an empty database; the second finds everything done.
            stored.lockVocabulary();
            var packaged = List.copyOf(TermTree.packaged().list());
            var taxonomy = taxonomy(packaged);
            var isStored = taxonomies
                    .findByIdOptional(TermIds.TAXONOMY)
                    .filter(found -> taxonomy.equals(found.body))
                    .isPresent();
            return isStored ? 0 : write(packaged, taxonomy);
        });
    }

    private int write(List<TermNode> packaged, TaxonomyRecord taxonomy) {
        var now = clock.instant();
        var written = new ArrayList<NewChange>();
        store(taxonomy, now);
        written.add(new NewChange(ChangedEntity.TAXONOMY, taxonomy.id(), ChangeKind.UPSERT));
        for (var term : packaged) {
            if (store(term, now)) {
                written.add(new NewChange(ChangedEntity.TAXONOMY_TERM, term.id(), ChangeKind.UPSERT));
            }
        }
        stored.flush();
        changes.append(written);
        return written.size();
    }

    private static TaxonomyRecord taxonomy(List<TermNode> packaged) {
        var version = UUID.nameUUIDFromBytes(packaged.toString().getBytes(StandardCharsets.UTF_8));
        return new TaxonomyRecord(
                TermIds.TAXONOMY,
                NAME,
                "What people need and what stands around it, with labels in English and Spanish",
                null,
                version.toString(),
                List.of());
    }

    private void store(TaxonomyRecord record, Instant now) {
        var found = taxonomies.findById(record.id());
        var row = found == null ? new Taxonomy() : found;
        row.id = record.id();
        row.name = record.name();
        row.body = record;
        row.lastModified = now;
        if (found == null) {
            taxonomies.persist(row);
        }
    }

    private boolean store(TermNode term, Instant now) {
        var record = record(term);
        var found = stored.findById(term.id());
        if (found != null && record.equals(found.body)) {
            return false;
        }
        var row = found == null ? new Term() : found;
        row.id = record.id();
        row.code = term.code();
        row.name = record.name();
        row.taxonomyId = record.taxonomyId();
        row.parentId = record.parentId();
        row.body = record;
        row.lastModified = now;
        if (found == null) {
            stored.persist(row);
        }
        return true;
    }

    private static TermRecord record(TermNode term) {
        return new TermRecord(
                term.id(),
                term.code(),
                term.labelEn(),
                term.description(),
                term.parentCode() == null ? null : TermIds.of(term.parentCode()),
                NAME,
                null,
                "en",
                TermIds.TAXONOMY,
                null,
                List.of(),
                term.labelEs(),
                term.synonyms(),
                term.flags());
    }
}
