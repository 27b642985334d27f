package org.nowrongdoor.search.indexer;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.nowrongdoor.search.index.ServiceDocumentBuilder;
import org.nowrongdoor.search.index.ServiceRowLoader;

/** Builds the index of every service of the store, a page at a time; where there is one, learns what its documents hold. */
@Singleton
class IndexRebuilder {

    private static final Logger LOG = Logger.getLogger(IndexRebuilder.class);
    private static final int LOGGED = 10_000;

    private final ServiceRowLoader reader;
    private final ServiceDocumentBuilder documents;
    private final CheckpointWriter checkpoints;
    private final ServiceWriter writer;

    IndexRebuilder(
            ServiceRowLoader reader,
            ServiceDocumentBuilder documents,
            CheckpointWriter checkpoints,
            ServiceWriter writer) {
        this.reader = reader;
        this.documents = documents;
        this.checkpoints = checkpoints;
        this.writer = writer;
    }

    /** Learns the rules of the documents that are in the index. */
    void learnRules() {
        QuarkusTransaction.requiringNew().run(() -> {
            reader.rules().forEach(documents::learn);
            reader.rulesOfAges().forEach(documents::learn);
        });
    }

    /** Builds it, for changes up to a number that is known to be visible.
     *  @param write takes a page of services */
    void rebuild(long head, int page, Consumer<List<UUID>> write) {
        UUID last = null;
        var count = 0L;
        while (true) {
            var after = last;
            var ids = QuarkusTransaction.requiringNew().call(() -> reader.ids(after, page));
            if (ids.isEmpty()) {
                break;
            }
            write.accept(ids);
            writer.showIfDue();
            last = ids.get(ids.size() - 1);
            count += ids.size();
            if (count % LOGGED < page) {
                LOG.infof("Building the search index: %d services", count);
            }
        }
        if (checkpoints.isShared()) {
            checkpoints.eachDocument(writer::removeGone);
        }
        writer.show();
        checkpoints.built(head);
        LOG.infof("The search index was built of %d services", count);
    }
}
