package org.nowrongdoor.search.indexer;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.search.mapper.pojo.standalone.mapping.CloseableSearchMapping;
import org.nowrongdoor.search.index.SearchConfig;
import org.nowrongdoor.search.index.ServiceRowLoader;
import org.nowrongdoor.storage.WorkLimiter;

/** Makes writers of an index that no one searches yet. */
@Singleton
class NextWriterFactory {

    private final ServiceRowLoader reader;
    private final DocumentFactory maker;
    private final IndexFaultRepository faults;
    private final SearchConfig settings;
    private final WorkLimiter processors;
    private final MeterRegistry meters;
    private final Path work;

    NextWriterFactory(
            ServiceRowLoader reader,
            DocumentFactory maker,
            IndexFaultRepository faults,
            SearchConfig settings,
            WorkLimiter processors,
            MeterRegistry meters,
            @ConfigProperty(name = "directory.data", defaultValue = "data") String data) {
        this.reader = reader;
        this.maker = maker;
        this.faults = faults;
        this.settings = settings;
        this.processors = processors;
        this.meters = meters;
        this.work = Path.of(data).toAbsolutePath().resolve("index-work-next");
    }

    ServiceWriter make(CloseableSearchMapping index) {
        var writer = new ServiceWriter(
                reader,
                maker,
                new DocumentSender(index, settings),
                faults,
                new IndexPresenter.OfNone(),
                new WorkLog(work),
                processors,
                meters);
        writer.begin(false);
        return writer;
    }
}
