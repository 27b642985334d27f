package org.nowrongdoor.taxonomy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.storage.ChangeLog;
import org.nowrongdoor.storage.ChangedEntity;

/** Our terms in the store, and the tree of them that everything reads. */
@Singleton
public class Terms {

    private static final Logger LOG = Logger.getLogger(Terms.class);

    private static final Set<ChangedEntity> TERMS = Set.of(ChangedEntity.TAXONOMY, ChangedEntity.TAXONOMY_TERM);

    private final TermRepository stored;
    private final ChangeLog log;
    private volatile TermTree tree = TermTree.packaged();
    private long followed = -1;
    private volatile boolean isBehind;

    /** Starts with the packaged tree; the store's own takes its place at start. */
    Terms(TermRepository stored, ChangeLog log) {
        this.stored = stored;
        this.log = log;
    }

    /** The tree as it was when last looked at, at most two seconds ago; the same object until a term changes. */
    public TermTree tree() {
        return tree;
    }

    @Scheduled(every = "2s", delayed = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void follow() {
        try {
            refresh();
            isBehind = false;
        } catch (RuntimeException e) {
            // The tree that is there serves on; a database that is away is said once and not every two seconds.
            if (!isBehind) {
                LOG.warnf(
                        "terms were not looked at, the tree of before serves on: %s",
                        e.getClass().getSimpleName());
            }
            isBehind = true;
        }
    }

    /** Looks in the change log whether a term has changed, here or on another node, and makes a new tree if so. */
    public synchronized void refresh() {
        // Before the terms are read: what gets its number after that is looked at the next time.
        var last = log.lastNumber();
        if (followed < 0 || log.hasChangedAfter(followed, TERMS)) {
            tree = QuarkusTransaction.joiningExisting().call(this::read);
        }
        followed = last;
    }

    private TermTree read() {
        var rows = stored.listOurs();
        var codes = rows.stream().collect(Collectors.toMap(row -> row.id, row -> row.code));
        var order = packagedOrder();
        return new TermTree(rows.stream()
                .sorted(Comparator.<Term>comparingInt(row -> order.getOrDefault(row.code, Integer.MAX_VALUE))
                        .thenComparing(row -> row.code))
                .map(row -> node(row, codes))
                .toList());
    }

    private static Map<String, Integer> packagedOrder() {
        var codes = TermTree.packaged().list().stream().map(TermNode::code).toList();
        return IntStream.range(0, codes.size()).boxed().collect(Collectors.toMap(codes::get, place -> place));
    }

    private static TermNode node(Term row, Map<UUID, String> codes) {
        var body = row.body;
        @Nullable String parent = row.parentId == null ? null : codes.get(row.parentId);
        return new TermNode(
                row.id,
                row.code,
                parent,
                body.name(),
                Objects.requireNonNullElse(body.nameEs(), body.name()),
                body.description(),
                body.synonyms(),
                body.flags());
    }
}
