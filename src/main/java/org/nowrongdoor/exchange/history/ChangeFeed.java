package org.nowrongdoor.exchange.history;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import org.nowrongdoor.directory.DirectoryViews;
import org.nowrongdoor.directory.record.Kind;
import org.nowrongdoor.http.record.RenderedRecord;
import org.nowrongdoor.problem.ProblemException;
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

    /** The cursors that need no feed to have been read. */
    static final String BEGINNING = "0";

    static final String END = "now";

    // 500: as many as a page of a list may hold.
    private static final int PAGE = 500;
    // 100: whole organisations with their services may be 100 KB each.
    private static final int PAGE_OF_RECORDS = 100;
    // 50: a waiting reader holds a thread; beyond that readers are answered at once and ask again.
    private static final int MOST_WAITING = 50;
    private static final String EVER = "select distinct id from history where entity = 'service' and field = '/kind'"
            + " and id = any(?) and (previous is null or previous #>> '{}' = any(?))";

    // Half a second: so long a reader that has gone may hold its thread.
    private static final Duration LOOK_UP = Duration.ofMillis(500);

    /** How long a reader waits.
     *  @param isLeft whether it has gone meanwhile */
    record Patience(Duration atMost, BooleanSupplier isLeft) {}

    private final ChangeLog log;
    private final FeedCursorSealer cursors;
    private final DirectoryViews views;
    private final JdbcReader rows;
    private final Semaphore waiting = new Semaphore(MOST_WAITING);

    ChangeFeed(ChangeLog log, FeedCursorSealer cursors, DirectoryViews views, JdbcReader rows) {
        this.log = log;
        this.cursors = cursors;
        this.views = views;
        this.rows = rows;
    }

    /** What changed after a place in the log; waits for something when there is nothing yet.
     *  @param cursor the next of a page, or one of the two that are always known
     *  @param patience how long to wait, and for whom
     *  @param kinds of services that are told of
     *  @param withRecords whether each record is told as it is now
     *  @throws ProblemException CURSOR_UNKNOWN when the cursor is not of this log */
    ChangePage after(String cursor, Patience patience, Set<Kind> kinds, boolean withRecords) {
        var seq = place(cursor);
        if (log.head() <= seq && !patience.atMost.isZero() && waiting.tryAcquire()) {
            try {
                await(seq, patience);
            } finally {
                waiting.release();
            }
        }
        var most = withRecords ? PAGE_OF_RECORDS : PAGE;
        var at = seq;
        while (true) {
            var changes = log.after(at, most);
            var more = changes.size() == most;
            at = changes.isEmpty() ? at : changes.get(changes.size() - 1).seq();
            var told = told(changes, kinds);
            if (!told.isEmpty() || !more) {
                return new ChangePage(withRecords ? shown(told) : bare(told), cursors.seal(at), more);
            }
        }
    }

    private long place(String cursor) {
        return switch (cursor) {
            case BEGINNING -> 0;
            case END -> log.lastNumber();
            default -> cursors.open(cursor);
        };
    }

    private static List<ChangePage.ChangeView> bare(List<Change> changes) {
        return changes.stream()
                .map(change -> ChangePage.ChangeView.of(change, null))
                .toList();
    }

    /** Changes with their records, each read once. */
    private List<ChangePage.ChangeView> shown(List<Change> changes) {
        var read = new HashMap<List<Object>, Optional<RenderedRecord>>();
        return changes.stream()
                .map(change -> ChangePage.ChangeView.of(
                        change,
                        change.op() == ChangeKind.DELETE
                                ? null
                                : read.computeIfAbsent(
                                                List.of(change.entity(), change.id()),
                                                record -> views.find(change.entity(), change.id()))
                                        .map(RenderedRecord::body)
                                        .orElse(null)))
                .toList();
    }

    private void await(long seq, Patience patience) {
        var left = patience.atMost;
        while (left.compareTo(Duration.ZERO) > 0 && !patience.isLeft.getAsBoolean()) {
            if (log.awaitAfter(seq, left.compareTo(LOOK_UP) < 0 ? left : LOOK_UP)) {
                return;
            }
            left = left.minus(LOOK_UP);
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
