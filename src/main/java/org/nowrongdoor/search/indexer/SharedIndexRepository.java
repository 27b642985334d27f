package org.nowrongdoor.search.indexer;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.OptionalLong;
import org.nowrongdoor.search.index.IndexFingerprint;
import org.nowrongdoor.search.index.SearchConfig;

/** How far an index that nodes share has followed the change log, in the database that they share as well. */
@Singleton
class SharedIndexRepository {

    private final EntityManager entities;
    private final String hosts;

    SharedIndexRepository(EntityManager entities, SearchConfig settings) {
        this.entities = entities;
        this.hosts = settings.hosts().orElse("");
    }

    /** Up to where any node has followed; empty for an index that no node of this version has built. */
    OptionalLong find() {
        var found = QuarkusTransaction.requiringNew()
                .call(() -> entities.createNativeQuery(
                                "select seq from shared_index where hosts = :hosts and fingerprint = :version",
                                Long.class)
                        .setParameter("hosts", hosts)
                        .setParameter("version", IndexFingerprint.VALUE)
                        .getResultList());
        return found.isEmpty() ? OptionalLong.empty() : OptionalLong.of((Long) found.get(0));
    }

    /** Notes that the index has followed up to a change; nothing while it is one of another version. */
    void advanceTo(long seq) {
        put(
                seq,
                "set seq = greatest(shared_index.seq, excluded.seq)"
                        + " where shared_index.fingerprint = excluded.fingerprint");
    }

    /** Notes that every document was written by this version, at a place in the log. */
    void built(long seq) {
        put(seq, "set seq = excluded.seq, fingerprint = excluded.fingerprint");
    }

    private void put(long seq, String otherwise) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("insert into shared_index (hosts, fingerprint, seq)"
                                + " values (:hosts, :version, :seq) on conflict (hosts) do update " + otherwise)
                        .setParameter("hosts", hosts)
                        .setParameter("version", IndexFingerprint.VALUE)
                        .setParameter("seq", seq)
                        .executeUpdate());
    }
}
