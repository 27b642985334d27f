package org.nowrongdoor.taxonomy;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.nowrongdoor.storage.AdvisoryLock;

/** Terms in the store. Every method joins the caller's transaction. */
@Singleton
public class TermRepository implements PanacheRepositoryBase<Term, UUID> {

    /** Keeps other nodes from storing a vocabulary until the transaction ends. */
    void lockVocabulary() {
        AdvisoryLock.VOCABULARY.lockInTransaction(getEntityManager());
    }

    /** The terms of our own taxonomy. In SQL, as a start asks it: to read HQL for the first time takes long. */
    List<Term> listOurs() {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("select * from taxonomy_term where taxonomy_id = :ours", Term.class)
                .setParameter("ours", TermIds.TAXONOMY)
                .getResultList();
    }

    /** How many terms lie right under one. */
    public long countUnder(UUID parentId) {
        return count("parentId", parentId);
    }
}
