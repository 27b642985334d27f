package org.nowrongdoor.search;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;
import org.nowrongdoor.search.indexer.Indexer;
import org.nowrongdoor.search.model.SearchRequest;

/** Asks a few searches of its own once the index has caught up: what is read once, such as words and names of places, is
 *  read before anyone waits for it. */
@Singleton
class SearchWarmUpJob {

    private static final Logger LOG = Logger.getLogger(SearchWarmUpJob.class);
    private static final Duration LOOK = Duration.ofMillis(50);
    // In both languages: each way of asking once.
    private static final List<String> REQUESTS = List.of(
            "{\"q\": \"shelter and legal help\", \"where\": {\"place\": \"Minneapolis, MN\"}}",
            "{\"q\": \"comida y ropa cerca de Chicago\", \"lang\": \"es\"}",
            "{\"needs\": [\"health\"], \"where\": {\"lat\": 44.98, \"lon\": -93.26, \"radius_km\": 30}, \"facets\":"
                    + " [\"need\", \"region\"], \"require\": {\"open_at\": \"now\", \"languages\": [\"es\"]}}",
            "{\"needs\": [\"legal\"], \"where\": {\"region\": \"27053\"}, \"client\": {\"age\": 17}}");

    private final Indexer indexer;
    private final SearchHandler search;
    private final ObjectMapper mapper;
    private final Thread thread = new Thread(this::run, "search-warm-up");
    private volatile boolean isOver;

    SearchWarmUpJob(Indexer indexer, SearchHandler search, ObjectMapper mapper) {
        this.indexer = indexer;
        this.search = search;
        this.mapper = mapper;
    }

    void start(@Observes StartupEvent event) {
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) {
        thread.interrupt();
    }

    /** Whether a search that comes now waits for nothing that is read once. */
    boolean isOver() {
        return isOver;
    }

    private void run() {
        try {
            while (!hasCaughtUp()) {
                Thread.sleep(LOOK.toMillis());
            }
            for (var request : REQUESTS) {
                ask(request);
            }
            isOver = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** False too while the database does not answer: whatever it fails with, the server gets ready once it is back. */
    private boolean hasCaughtUp() {
        try {
            return indexer.hasCaughtUp();
        } catch (RuntimeException e) {
            LOG.debug("the change log cannot be read", e);
            return false;
        }
    }

    /** Whatever goes wrong here, the first searches do without. */
    private void ask(String request) {
        try {
            search.answer(mapper.readValue(request, SearchRequest.class));
        } catch (Exception e) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            LOG.warn("A search that was to warm up has failed", e);
        }
    }
}
