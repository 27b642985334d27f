package org.nowrongdoor.exchange.history;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.nowrongdoor.directory.record.Kind;
import org.nowrongdoor.storage.Change;
import org.nowrongdoor.storage.ChangeKind;
import org.nowrongdoor.storage.ChangeLog;
import org.nowrongdoor.storage.ChangedEntity;
import org.nowrongdoor.storage.JdbcReader;
import org.nowrongdoor.storage.SqlBuilder;
import org.nowrongdoor.text.WireName;

/** The change log as it is told outside: services of the kinds that were asked for, and the deletion of those that were of
 *  such a kind once. */
@Singleton
class ChangeFeed {

    // 500: as many as a page of a list may hold.
    private static final int PAGE = 500;
    // 50: a waiting reader holds a thread; beyond that readers are answered at once and ask again.
    private static final int MOST_WAITING = 50;
    private static final String EVER = "select distinct id from history where entity = 'service' and field = '/kind'"
            + " and id = any(?) and (previous is null or previous #>> '{}' = any(?))";

    private final ChangeLog log;
    private final JdbcReader rows;
    private final Semaphore waiting = new Semaphore(MOST_WAITING);

    ChangeFeed(ChangeLog log, JdbcReader rows) {
        this.log = log;
        this.rows = rows;
    }

    /** What changed after a place in the log; waits for something when there is nothing yet.
     *  @param kinds of services that are told of */
    ChangePage after(long seq, Duration atMost, Set<Kind> kinds) {
        if (log.head() <= seq && !atMost.isZero() && waiting.tryAcquire()) {
            try {
                log.awaitAfter(seq, atMost);
            } finally {
                waiting.release();
            }
        }
        var at = seq;
        while (true) {
            var changes = log.after(at, PAGE);
            var more = changes.size() == PAGE;
            at = changes.isEmpty() ? at : changes.get(changes.size() - 1).seq();
            var told = told(changes, kinds);
            if (!told.isEmpty() || !more) {
                return new ChangePage(told, at, more);
            }
        }
    }

    private List<Change> told(List<Change> changes, Set<Kind> kinds) {
        if (kinds.size() == Kind.values().length) {
            return changes;
        }
        var services = changes.stream()
                .filter(change -> change.entity() == ChangedEntity.SERVICE)
                .map(Change::id)
                .distinct()
                .toList();
        var now = kinds(services);
        var outside = services.stream()
                .filter(id -> now.containsKey(id) && !kinds.contains(now.get(id)))
                .toList();
        var left = everOf(outside, kinds);
        var told = new ArrayList<Change>();
        for (var change : changes) {
            var kind = change.entity() == ChangedEntity.SERVICE ? now.get(change.id()) : null;
            if (kind == null || kinds.contains(kind)) {
                told.add(change);
            } else if (left.contains(change.id())) {
                told.add(new Change(change.seq(), change.entity(), change.id(), ChangeKind.DELETE, change.at()));
            }
        }
        return told;
    }

    private Map<UUID, Kind> kinds(List<UUID> services) {
        var kinds = new HashMap<UUID, Kind>();
        rows.list(
                        SqlBuilder.of("select id, kind from service where id = any(?)", services),
                        row -> Map.entry(row.getObject(1, UUID.class), Kind.valueOf(row.getString(2))))
                .forEach(entry -> kinds.put(entry.getKey(), entry.getValue()));
        return kinds;
    }

    /** Of services, those whose history says that they were of one of the kinds; one that said nothing was a service. */
    private Set<UUID> everOf(List<UUID> services, Set<Kind> kinds) {
        var words = kinds.stream().map(WireName::snakeCase).toList();
        return services.isEmpty()
                ? Set.of()
                : new HashSet<>(rows.list(SqlBuilder.of(EVER, services, words), row -> row.getObject(1, UUID.class)));
    }
}
