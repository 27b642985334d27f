package org.nowrongdoor.search.index;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.nowrongdoor.search.index.PartFault.Reason;

/** A document that is being made: a part that fails is left out of it, and the others stay. */
public final class DocumentDraft {

    private static final Logger LOG = Logger.getLogger(DocumentDraft.class);

    private final ServiceDocument document = new ServiceDocument();
    private final Set<DocumentPart> leftOut;
    private final Map<DocumentPart, PartFault> faults = new EnumMap<>(DocumentPart.class);
    private final Map<DocumentPart, Long> nanos = new EnumMap<>(DocumentPart.class);

    /** @param leftOut parts that are not even tried */
    DocumentDraft(Set<DocumentPart> leftOut) {
        this.leftOut = leftOut;
    }

    public ServiceDocument document() {
        return document;
    }

    /** What could not be indexed. */
    public Map<DocumentPart, PartFault> faults() {
        return faults;
    }

    /** The part that took longest. */
    public DocumentPart slowest() {
        return nanos.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(DocumentPart.HOURS);
    }

    boolean isLeftOut(DocumentPart part) {
        var fault = faults.get(part);
        return leftOut.contains(part) || (fault != null && fault.reason() != Reason.OUT_OF_BOUNDS);
    }

    void note(DocumentPart part, PartFault fault) {
        faults.put(part, fault);
    }

    /** What is made of a part, or what stands in its place. */
    <T> T make(DocumentPart part, Supplier<T> making, T otherwise) {
        if (leftOut.contains(part)) {
            return otherwise;
        }
        var begin = System.nanoTime();
        try {
            return making.get();
        } catch (RuntimeException | Error e) {
            if (e instanceof OutOfMemoryError) {
                throw e;
            }
            LOG.warnf(e, "Service %s is indexed without its %s", document.id, part);
            faults.put(part, new PartFault(Reason.FAILED, "they cannot be worked out"));
            return otherwise;
        } finally {
            nanos.put(part, System.nanoTime() - begin);
        }
    }
}
