package org.nowrongdoor.search;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.search.engine.cfg.BackendSettings;
import org.hibernate.search.engine.environment.bean.BeanReference;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.AnnotatedTypeSource;
import org.hibernate.search.mapper.pojo.standalone.mapping.CloseableSearchMapping;
import org.hibernate.search.mapper.pojo.standalone.mapping.SearchMapping;
import org.nowrongdoor.search.collect.CollectorHitFinder;
import org.nowrongdoor.search.collect.CollectorNextStepFinder;
import org.nowrongdoor.search.engine.HitFinder;
import org.nowrongdoor.search.engine.NextStepFinder;
import org.nowrongdoor.search.engine.QueryHitFinder;
import org.nowrongdoor.search.engine.QueryNextStepFinder;
import org.nowrongdoor.search.engine.ServiceSearcher;
import org.nowrongdoor.search.index.AnalysisConfigurer;
import org.nowrongdoor.search.index.SearchConfig;
import org.nowrongdoor.search.index.SearchedIndex;
import org.nowrongdoor.search.index.ServiceDocument;
import org.nowrongdoor.search.index.StoredServiceCache;
import org.nowrongdoor.search.indexer.IndexCheckpoint;
import org.nowrongdoor.search.indexer.SwitchedSearchMapping;
import org.nowrongdoor.search.lucene.DirectoryQueryCachingPolicy;
import org.nowrongdoor.search.lucene.SegmentWarmer;
import org.nowrongdoor.search.withheld.OutdatedDocumentFinder;
import org.nowrongdoor.storage.WorkLimiter;

/** The index, opened once in the engine that is configured. */
public class SearchMappingProducer {

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();
    private static final int HOUR_MILLIS = 3_600_000;

    private final SearchConfig settings;
    private final Path index;

    public SearchMappingProducer(
            SearchConfig settings, @ConfigProperty(name = "directory.data", defaultValue = "data") String data) {
        this.settings = settings;
        this.index = Path.of(data).toAbsolutePath().resolve("index");
    }

    @Produces
    @Singleton
    IndexCheckpoint state() {
        return new IndexCheckpoint(index);
    }

    @Produces
    @Singleton
    SwitchedSearchMapping open(IndexCheckpoint state) {
        if (settings.engine() == SearchConfig.Engine.LUCENE) {
            state.discardIfStale();
            DirectoryQueryCachingPolicy.install();
        }
        return new SwitchedSearchMapping(state.live(), this::open);
    }

    /** Opens the index of a folder. */
    private CloseableSearchMapping open(Path folder) {
        var builder = SearchMapping.builder(AnnotatedTypeSource.fromClasses(ServiceDocument.class))
                .property("hibernate.search.schema_management.strategy", "create-or-update")
                // One class is mapped, and it is named above: reading every class of the jar for others takes half a
                // second at each start.
                .property("hibernate.search.mapping.build_missing_discovered_jandex_indexes", false)
                .property("hibernate.search.mapping.discover_annotated_types_from_root_mapping_annotations", false);
        if (settings.engine() == SearchConfig.Engine.ELASTICSEARCH) {
            return builder.property(backend(BackendSettings.TYPE), "elasticsearch")
                    .property(backend("hosts"), settings.hosts().orElse("localhost:9200"))
                    .property(
                            backend("analysis.configurer"),
                            BeanReference.ofInstance(new AnalysisConfigurer.ForElasticsearch()))
                    .build();
        }
        return builder.property(backend(BackendSettings.TYPE), "lucene")
                .property(backend("directory.root"), folder.toString())
                .property(backend("lucene_version"), "LATEST")
                .property(backend("analysis.configurer"), BeanReference.ofInstance(new AnalysisConfigurer.ForLucene()))
                // What is written is shown when SearchedIndex says so.
                .property(backend("io.refresh_interval"), HOUR_MILLIS)
                // Half of the processors analyse documents; the others are left to searches and to reading.
                .property(backend("indexing.queue_count"), Math.max(1, PROCESSORS / 2))
                // One may merge segments while another writes.
                .property(backend("thread_pool.size"), Math.max(2, PROCESSORS))
                .build();
    }

    @Produces
    @Singleton
    SearchedIndex searched(CloseableSearchMapping mapping, WorkLimiter work) {
        return new SearchedIndex(mapping, settings, SegmentWarmer::warm, work::asked);
    }

    @Produces
    @Singleton
    HitFinder hits(CloseableSearchMapping mapping, SearchedIndex index, OutdatedDocumentFinder outdated) {
        return settings.engine() == SearchConfig.Engine.LUCENE
                ? new CollectorHitFinder(index, outdated)
                : new QueryHitFinder(mapping, outdated);
    }

    @Produces
    @Singleton
    NextStepFinder doors(
            SearchedIndex index, ServiceSearcher search, StoredServiceCache services, OutdatedDocumentFinder outdated) {
        return settings.engine() == SearchConfig.Engine.LUCENE
                ? new CollectorNextStepFinder(index, search, services, outdated)
                : new QueryNextStepFinder(search);
    }

    void close(@Disposes SwitchedSearchMapping mapping) {
        mapping.close();
    }

    void close(@Disposes SearchedIndex index) {
        index.close();
    }

    private static String backend(String radical) {
        return "hibernate.search.backend." + radical;
    }
}
