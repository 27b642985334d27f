package org.nowrongdoor.storage;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The services that tell less than they did and whose documents this node has not seen renewed: in the database, with a
 *  copy in memory that is complete for whatever was committed before it is asked for.
 *
 *  <p>What this process withholds is in the copy before it is committed. Where other nodes write to the same database,
 *  each question begins with one small read of what became visible since the last; questions that wait at the same
 *  moment share it (decision Withheld-Until-Rewritten). */
@Singleton
public class WithheldServices {

    private final WithheldServiceRepository rows;
    private final EntityManager entities;
    private final TransactionSynchronizationRegistry transactions;
    private final boolean isAlone;

    private final Lock reading = new ReentrantLock();
    private volatile long begun;
    private volatile long ended;
    private @Nullable String snapshot;

    private volatile Map<UUID, WithheldRow> known = Map.of();
    // Of transactions that have not ended, and of those that did not end well.
    private final List<UUID> open = new ArrayList<>();
    private final Set<UUID> unsettled = new HashSet<>();

    /** @param isAlone whether no other process writes to the database, as when it is embedded */
    WithheldServices(
            WithheldServiceRepository rows,
            EntityManager entities,
            TransactionSynchronizationRegistry transactions,
            @ConfigProperty(name = "directory.storage.embedded", defaultValue = "false") boolean isAlone) {
        this.rows = rows;
        this.entities = entities;
        this.transactions = transactions;
        this.isAlone = isAlone;
    }

    /** Withholds services in the caller's transaction, from now on; call it after the change itself was logged. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(ToldLess less) {
        if (less.isEmpty()) {
            return;
        }
        current();
        var added = entities.unwrap(Session.class)
                .doReturningWork(connection -> WithheldServiceRepository.put(connection, less));
        begin(added);
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                end(added, status == Status.STATUS_COMMITTED);
            }
        });
    }

    /** All that was withheld before this call, and is not known to be renewed, by id. Take it before the index is
     *  opened, never after. */
    public Map<UUID, WithheldRow> current() {
        if (isAlone && ended > 0) {
            return known;
        }
        // A read that another thread began later than here shows whatever was committed before here.
        var wanted = begun + 1;
        reading.lock();
        try {
            if (ended < wanted) {
                var number = begun + 1;
                begun = number;
                read();
                ended = number;
            }
        } finally {
            reading.unlock();
        }
        return known;
    }

    /** The same without a look into the database: enough within a question that began with {@link #current}. */
    public Map<UUID, WithheldRow> known() {
        return known;
    }

    /** Those of them whose change has a number up to {@code seq} and was made by a time. */
    public List<WithheldRow> passed(long seq, Instant by) {
        var all = known;
        return all.isEmpty()
                ? List.of()
                : rows.passed(all.keySet(), seq, by).stream()
                        .filter(one -> one.equals(all.get(one.id())))
                        .toList();
    }

    /** Ends the withholding of services whose documents were renewed or removed, on this node. */
    public synchronized void lift(Collection<WithheldRow> renewed) {
        var rest = new HashMap<>(known);
        renewed.forEach(one -> rest.remove(one.id(), one));
        known = Map.copyOf(rest);
    }

    /** Looks up what a transaction that did not end well has left. */
    public void settle() {
        Set<UUID> ids;
        Map<UUID, WithheldRow> before;
        synchronized (this) {
            ids = new HashSet<>(unsettled);
            open.forEach(ids::remove);
            before = known;
        }
        if (ids.isEmpty()) {
            return;
        }
        settle(ids, before, rows.find(ids));
    }

    private synchronized void settle(Set<UUID> ids, Map<UUID, WithheldRow> before, List<WithheldRow> found) {
        var all = new HashMap<>(known);
        // What was withheld again meanwhile stays.
        ids.stream().filter(id -> Objects.equals(all.get(id), before.get(id))).forEach(all::remove);
        found.forEach(one -> all.putIfAbsent(one.id(), one));
        known = Map.copyOf(all);
        unsettled.removeAll(ids);
    }

    private void read() {
        var before = snapshot;
        var seen = before == null ? rows.all() : rows.since(before);
        remember(seen.services());
        snapshot = seen.snapshot();
    }

    private synchronized void remember(List<WithheldRow> more) {
        if (!more.isEmpty()) {
            var all = new HashMap<>(known);
            more.forEach(one -> all.put(one.id(), one));
            known = Map.copyOf(all);
        }
    }

    private synchronized void begin(List<WithheldRow> added) {
        remember(added);
        added.forEach(one -> open.add(one.id()));
    }

    private synchronized void end(List<WithheldRow> added, boolean isCommitted) {
        for (var one : added) {
            open.remove(one.id());
            if (!isCommitted) {
                unsettled.add(one.id());
            }
        }
    }
}
