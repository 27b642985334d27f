package org.nowrongdoor.search.indexer;

import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.nowrongdoor.search.index.DocumentDraft;
import org.nowrongdoor.search.index.PartFault;
import org.nowrongdoor.search.index.PartFault.Reason;
import org.nowrongdoor.search.index.ServiceDocument;
import org.nowrongdoor.search.index.ServiceDocumentBuilder;
import org.nowrongdoor.search.index.ServiceRows;

/** Makes the document of one service within a second of work, without a part where that is what fails. */
@Singleton
class DocumentFactory {

    private static final Logger LOG = Logger.getLogger(DocumentFactory.class);
    // Work and not time: on a machine that is busy a document takes longer and costs the same.
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private final ServiceDocumentBuilder documents;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    DocumentFactory(ServiceDocumentBuilder documents) {
        this.documents = documents;
    }

    /** The document of a service; empty when it is set aside.
     *  @param found takes what could not be indexed */
    Optional<ServiceDocument> make(ServiceRows rows, FaultRegistry known, List<IndexFault> found) {
        try {
            return inTime(rows, known, found);
        } catch (RuntimeException | Error e) {
            OutOfMemoryDetector.throwIfBehind(e);
            LOG.warnf(e, "Service %s cannot be indexed and is set aside", rows.service().id);
            setAside(rows, new PartFault(Reason.FAILED, "its document cannot be made"), found);
            return Optional.empty();
        }
    }

    private Optional<ServiceDocument> inTime(ServiceRows rows, FaultRegistry known, List<IndexFault> found) {
        var service = rows.service();
        var leftOut = known.leftOut(service.id, service.lastModified);
        var slow = new PartFault(Reason.TOO_SLOW, "takes over a second to work out");
        var isFirst = true;
        while (true) {
            long begin = threads.getCurrentThreadCpuTime();
            var draft = documents.draft(rows, leftOut);
            var took = Duration.ofNanos(threads.getCurrentThreadCpuTime() - begin);
            if (took.compareTo(LONGEST) <= 0) {
                leftOut.forEach(part -> found.add(IndexFault.of(service.id, part, slow, service.lastModified)));
                note(rows, draft, found);
                return Optional.of(draft.document());
            }
            // The first may have paid for what is loaded once.
            if (!isFirst && !leftOut.add(draft.slowest())) {
                LOG.warnf("Service %s takes %d ms to index and is set aside", service.id, took.toMillis());
                setAside(rows, slow, found);
                return Optional.empty();
            }
            isFirst = false;
        }
    }

    private static void note(ServiceRows rows, DocumentDraft draft, List<IndexFault> found) {
        var service = rows.service();
        draft.faults()
                .forEach((part, fault) -> found.add(IndexFault.of(service.id, part, fault, service.lastModified)));
    }

    private static void setAside(ServiceRows rows, PartFault fault, List<IndexFault> found) {
        found.add(IndexFault.of(rows.service().id, null, fault, rows.service().lastModified));
    }
}
