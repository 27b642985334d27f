package org.nowrongdoor.search.indexer;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

/** Which database this is: an index that followed another one's log is worth nothing here. */
@Singleton
class DatabaseId {

    private final EntityManager entities;

    DatabaseId(EntityManager entities) {
        this.entities = entities;
    }

    /** A name that was drawn when the database was made. */
    String id() {
        return QuarkusTransaction.requiringNew()
                .call(() -> (String) entities.createNativeQuery("select id::text from installation", String.class)
                        .getSingleResult());
    }
}
