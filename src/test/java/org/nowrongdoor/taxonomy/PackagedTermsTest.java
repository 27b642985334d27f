package org.nowrongdoor.taxonomy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.ChangeKind;
import org.nowrongdoor.storage.ChangeLog;
import org.nowrongdoor.storage.ChangedEntity;
import org.nowrongdoor.storage.NewChange;
import org.nowrongdoor.storage.postgres.PostgresForTests;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PackagedTermsTest {

    @Inject
    PackagedTerms packaged;

    @Inject
    Terms terms;

    @Inject
    ChangeLog log;

    @Inject
    EntityManager entities;

    @Test
    void everyPackagedTermIsStoredWithItsSynonyms() {
        var id = TermIds.of("substance.naloxone");
        var stored = QuarkusTransaction.requiringNew().call(() -> entities.find(Term.class, id));
        assertEquals("substance.naloxone", stored.code);
        assertEquals(TermIds.of("substance"), stored.parentId);
        assertEquals("Naloxona", stored.body.nameEs());
        assertEquals("Narcan", stored.body.synonyms().get(0).form());
        assertEquals(TermTree.packaged().list().size(), rows());
    }

    @Test
    void loadingTwiceChangesNothing() {
        var before = lastModified();
        assertEquals(0, packaged.load());
        assertEquals(before, lastModified());
    }

    @Test
    void theStoredTreeEqualsThePackagedOne() {
        terms.refresh();
        assertEquals(
                List.copyOf(TermTree.packaged().list()),
                List.copyOf(terms.tree().list()));
    }

    @Test
    void anEditedTermStandsInTheTreeAfterwards() {
        var before = terms.tree();
        terms.refresh();
        assertSame(terms.tree(), terms.tree());
        rename("Emergency shelter tonight");
        try {
            terms.refresh();
            assertNotSame(before, terms.tree());
            assertEquals(
                    "Emergency shelter tonight",
                    terms.tree().find("shelter.emergency").orElseThrow().labelEn());
            assertEquals(0, packaged.load());
            assertEquals(
                    "Emergency shelter tonight",
                    terms.tree().find("shelter.emergency").orElseThrow().labelEn());
        } finally {
            rename("Emergency shelter");
            terms.refresh();
        }
    }

    @Test
    void aNewPackageBringsBackWhatWasLost() {
        var id = TermIds.of("body.tattoo");
        QuarkusTransaction.requiringNew().run(() -> {
            entities.remove(entities.find(Term.class, id));
            var taxonomy = entities.find(Taxonomy.class, TermIds.TAXONOMY);
            var body = taxonomy.body;
            taxonomy.body =
                    new TaxonomyRecord(body.id(), body.name(), body.description(), null, "older", body.metadata());
        });
        assertEquals(2, packaged.load());
        assertEquals("body.tattoo", QuarkusTransaction.requiringNew().call(() -> entities.find(Term.class, id)).code);
    }

    private void rename(String name) {
        QuarkusTransaction.requiringNew().run(() -> {
            var row = entities.find(Term.class, TermIds.of("shelter.emergency"));
            var b = row.body;
            row.name = name;
            row.lastModified = Instant.now();
            row.body = new TermRecord(
                    b.id(),
                    b.code(),
                    name,
                    b.description(),
                    b.parentId(),
                    b.taxonomy(),
                    b.taxonomyDetail(),
                    b.language(),
                    b.taxonomyId(),
                    b.termUri(),
                    b.metadata(),
                    b.nameEs(),
                    b.synonyms(),
                    b.flags());
            log.append(List.of(new NewChange(ChangedEntity.TAXONOMY_TERM, row.id, ChangeKind.UPSERT)));
        });
    }

    private int rows() {
        return QuarkusTransaction.requiringNew()
                .call(() -> entities.createQuery("from Term where taxonomyId = :ours", Term.class)
                        .setParameter("ours", TermIds.TAXONOMY)
                        .getResultList())
                .size();
    }

    private Instant lastModified() {
        return QuarkusTransaction.requiringNew()
                .call(() -> entities.find(Taxonomy.class, TermIds.TAXONOMY).lastModified);
    }
}
