package org.nowrongdoor.storage;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The advisory locks of the database, one namespace each. A key that changes is a lock that an older node does not see.
 *  @see "PostgreSQL 17, 9.28.10, Advisory Lock Functions" */
public enum AdvisoryLock {
    /** A right that one process of many holds, by its name. */
    LEASE("nwd:", 0),
    /** The numbering of the change log. */
    CHANGE_NUMBERING("nwd:change-sequencer", 0),
    /** The referrals that wait at a service, by its id. */
    REFERRALS_TO("referrals-to:", 0),
    /** An Idempotency-Key, by its owner and digest. */
    IDEMPOTENCY_KEY("", 1),
    // The next three share their numbers: no record is called seed or webhooks.
    /** A record that is edited, by what it is called. */
    RECORD("", 60),
    /** The first filling of an empty directory. */
    SEED("seed", 60),
    /** How many subscriptions there are. */
    WEBHOOKS("webhooks", 60),
    /** The chaining of the audit log. */
    AUDIT_CHAIN(0x6e77645f61756474L),
    /** The packaged vocabulary. */
    VOCABULARY(0x7461786F6E6F6D79L);

    private final @Nullable String prefix;
    private final String key;

    AdvisoryLock(String prefix, int seed) {
        this.prefix = prefix;
        this.key = "hashtextextended(?, " + seed + ")";
    }

    AdvisoryLock(long number) {
        this.prefix = null;
        this.key = Long.toString(number);
    }

    /** Waits for the lock and holds it until the transaction ends. */
    public void lockInTransaction(EntityManager entities) {
        lockInTransaction(entities, "");
    }

    /** Waits for the lock of a name and holds it until the transaction ends. */
    public void lockInTransaction(EntityManager entities, String name) {
        ask(entities, "select 1 from pg_advisory_xact_lock(" + key + ")", Integer.class, name);
    }

    /** Takes the lock of a name until the transaction ends, unless another holds it.
     *  @return whether it was taken */
    public boolean tryLockInTransaction(EntityManager entities, String name) {
        return ask(entities, "select pg_try_advisory_xact_lock(" + key + ")", Boolean.class, name);
    }

    /** Takes the lock until the transaction of a connection ends, unless another holds it.
     *  @return whether it was taken */
    boolean tryLockInTransaction(Connection connection) throws SQLException {
        return isTrue(connection, "select pg_try_advisory_xact_lock(" + key + ")", "");
    }

    /** Waits for the lock of a name and holds it until it is given back or the connection ends. */
    public void lock(Connection connection, String name) throws SQLException {
        isTrue(connection, "select pg_advisory_lock(" + key + ")", name);
    }

    /** Takes the lock of a name until it is given back or the connection ends, unless another holds it.
     *  @return whether it was taken */
    boolean tryLock(Connection connection, String name) throws SQLException {
        return isTrue(connection, "select pg_try_advisory_lock(" + key + ")", name);
    }

    /** Gives the lock of a name back.
     *  @return whether the connection held it */
    public boolean unlock(Connection connection, String name) throws SQLException {
        return isTrue(connection, "select pg_advisory_unlock(" + key + ")", name);
    }

    /** Gives back every lock that a connection holds beyond its transactions. */
    static void unlockAll(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("select pg_advisory_unlock_all()");
        }
    }

    private <T> T ask(EntityManager entities, String question, Class<T> type, String name) {
        var query = entities.createNativeQuery(question, type);
        if (prefix != null) {
            query.setParameter(1, prefix + name);
        }
        return type.cast(query.getSingleResult());
    }

    private boolean isTrue(Connection connection, String question, String name) throws SQLException {
        try (var select = connection.prepareStatement(question)) {
            if (prefix != null) {
                select.setString(1, prefix + name);
            }
            try (var row = select.executeQuery()) {
                row.next();
                return Boolean.TRUE.equals(row.getObject(1));
            }
        }
    }
}
