package org.nowrongdoor.search.indexer;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.search.index.PartFault;
import org.nowrongdoor.search.index.PartFault.Reason;
import org.nowrongdoor.search.index.ServiceDocument;
import org.nowrongdoor.search.index.ServiceRowLoader;
import org.nowrongdoor.search.index.ServiceRows;
import org.nowrongdoor.storage.WorkLimiter;

/** Brings services into the index as the store has them. One that cannot be is set aside by itself, and told. */
@Singleton
class ServiceWriter {

    private static final Logger LOG = Logger.getLogger(ServiceWriter.class);
    // 2: a process may end for other reasons while a service is at work, hardly twice while the same one is.
    private static final int MOST_TRIES = 2;
    private static final long SHOW_NANOS = Duration.ofSeconds(1).toNanos();
    // 5 s: with each showing a segment is written, which later has to be merged.
    private static final long SHOW_UNASKED_NANOS = Duration.ofSeconds(5).toNanos();

    private final ServiceRowLoader reader;
    private final DocumentFactory maker;
    private final DocumentSender sender;
    private final IndexFaultRepository faults;
    private final IndexPresenter presenter;
    private final WorkLog work;
    private final WorkLimiter processors;
    private final MeterRegistry meters;
    private final Map<UUID, Integer> suspects = new HashMap<>();
    private final FaultRegistry known = new FaultRegistry();
    private final List<UUID> unshown = new ArrayList<>();
    private @Nullable Batch sending;
    private long shown = System.nanoTime();

    ServiceWriter(
            ServiceRowLoader reader,
            DocumentFactory maker,
            DocumentSender sender,
            IndexFaultRepository faults,
            IndexPresenter presenter,
            WorkLog work,
            WorkLimiter processors,
            MeterRegistry meters) {
        this.reader = reader;
        this.maker = maker;
        this.sender = sender;
        this.faults = faults;
        this.presenter = presenter;
        this.work = work;
        this.processors = processors;
        this.meters = meters;
        work.left().forEach(id -> suspects.put(id, work.left().size() == 1 ? work.tries() : 0));
    }

    /** Learns what is known of an index that is there already.
     *  @param isNew whether it is built again, and everything tried again */
    void begin(boolean isNew) {
        if (isNew) {
            faults.clear();
            presenter.showAll();
        }
        known.learn(faults.all());
    }

    /** Writes services as they are now; those that are gone from the store go from the index. The engine may be at it when
     *  this returns, and searches see nothing of it before {@link #show}. */
    void write(Collection<UUID> ids) {
        var others = new ArrayList<UUID>();
        for (var id : ids) {
            var tries = suspects.get(id);
            if (tries == null) {
                others.add(id);
            } else {
                finish();
                write(List.of(id), tries + 1);
                finish();
                suspects.remove(id);
            }
        }
        if (!others.isEmpty()) {
            write(others, 1);
        }
        // While searches come in, one thing after the other: they get the other processor.
        if (processors.isAsked()) {
            finish();
        }
    }

    /** Shows searches all that was written. */
    void show() {
        finish();
        if (unshown.isEmpty()) {
            return;
        }
        presenter.show(unshown);
        unshown.clear();
        shown = System.nanoTime();
    }

    /** The same, once a second of a long work; more seldom while no one searches. */
    void showIfDue() {
        if (System.nanoTime() - shown > (processors.isAsked() ? SHOW_NANOS : SHOW_UNASKED_NANOS)) {
            show();
        }
    }

    /** Takes the documents of those of some services that are gone out of the index. */
    void removeGone(List<UUID> ids) {
        var gone = ids.stream()
                .filter(id -> QuarkusTransaction.requiringNew()
                        .call(() -> reader.version(id))
                        .isEmpty())
                .toList();
        if (!gone.isEmpty()) {
            write(gone);
        }
    }

    /** Everything that was set aside, to be tried again. */
    List<UUID> setAside() {
        return faults.all().stream().map(IndexFault::service).distinct().toList();
    }

    /** Services on their way into the index. */
    private record Batch(
            List<UUID> ids, List<ServiceRows> rows, List<IndexFault> found, DocumentSender.Sending sending) {}

    /** Reads services and makes their documents while the engine takes those before them. */
    private void write(List<UUID> ids, int tries) {
        var found = new ArrayList<IndexFault>();
        note(ids, tries);
        var rows = read(allowed(ids, tries, found), found);
        var documents = make(rows, found);
        finish();
        work.begin(ids, tries);
        var gone = new HashSet<>(ids);
        documents.forEach(document -> gone.remove(UUID.fromString(document.id)));
        unshown.addAll(ids);
        sending = new Batch(ids, rows, found, sender.begin(documents, List.copyOf(gone)));
    }

    /** Makes documents, several at once while no search comes in. */
    private List<ServiceDocument> make(List<ServiceRows> rows, List<IndexFault> found) {
        var made = processors.map(rows, row -> {
            var faults = new ArrayList<IndexFault>();
            return new Made(maker.make(row, known, faults).orElse(null), faults);
        });
        made.forEach(one -> found.addAll(one.faults));
        return made.stream().map(Made::document).filter(Objects::nonNull).toList();
    }

    /** What came of a service; no document where it is set aside. */
    private record Made(@Nullable ServiceDocument document, List<IndexFault> faults) {}

    private void note(List<UUID> ids, int tries) {
        var all = new ArrayList<>(ids);
        if (sending != null) {
            all.addAll(sending.ids);
        }
        work.begin(all, tries);
    }

    /** Waits for the engine, and notes what could not be indexed. */
    private void finish() {
        var batch = sending;
        if (batch == null) {
            return;
        }
        sending = null;
        var found = batch.found;
        batch.sending.finish().forEach((id, why) -> found.add(refused(id, why, batch.rows)));
        work.done();
        faults.replace(batch.ids, found);
        known.replace(batch.ids, found);
        found.forEach(fault -> meters.counter("directory.index.set.aside", "part", fault.part())
                .increment());
    }

    /** Those that may be tried: not what ended a process, until it has changed. */
    private List<UUID> allowed(List<UUID> ids, int tries, List<IndexFault> found) {
        return ids.stream()
                .filter(id -> {
                    var isKnown = known.isSetAside(id);
                    if (tries <= MOST_TRIES && !isKnown) {
                        return true;
                    }
                    var version = QuarkusTransaction.requiringNew().call(() -> reader.version(id));
                    if (version.isEmpty() || (isKnown && known.hasChanged(id, version.get()))) {
                        return true;
                    }
                    var fault = new PartFault(
                            Reason.ENDED_THE_PROCESS,
                            "the server ended while it was indexed, and again at the next try");
                    found.add(IndexFault.of(id, null, fault, version.get()));
                    return false;
                })
                .toList();
    }

    private List<ServiceRows> read(List<UUID> ids, List<IndexFault> found) {
        if (ids.isEmpty()) {
            return List.of();
        }
        try {
            return QuarkusTransaction.requiringNew().call(() -> reader.find(ids));
        } catch (RuntimeException | StackOverflowError e) {
            OutOfMemoryDetector.throwIfBehind(e);
            // A database that does not answer throws here, and nothing is the fault of a service.
            var versions = QuarkusTransaction.requiringNew().call(() -> reader.version(ids.get(0)));
            if (ids.size() > 1) {
                var half = ids.size() / 2;
                var rows = new ArrayList<>(read(ids.subList(0, half), found));
                rows.addAll(read(ids.subList(half, ids.size()), found));
                return rows;
            }
            LOG.warnf(e, "Service %s cannot be read and is set aside", ids.get(0));
            var fault = new PartFault(Reason.UNREADABLE, "the stored record, or one that it shows, cannot be read");
            versions.ifPresent(version -> found.add(IndexFault.of(ids.get(0), null, fault, version)));
            return List.of();
        }
    }

    private static IndexFault refused(UUID id, String why, List<ServiceRows> rows) {
        var version = rows.stream()
                .map(ServiceRows::service)
                .filter(service -> service.id.equals(id))
                .map(service -> service.lastModified)
                .findFirst()
                .orElseThrow();
        return IndexFault.of(id, null, new PartFault(Reason.REFUSED_BY_ENGINE, why), version);
    }
}
