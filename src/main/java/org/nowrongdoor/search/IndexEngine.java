package org.nowrongdoor.search;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.apache.lucene.search.IndexSearcher;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.search.engine.cfg.BackendSettings;
import org.hibernate.search.engine.environment.bean.BeanReference;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.AnnotatedTypeSource;
import org.hibernate.search.mapper.pojo.standalone.mapping.CloseableSearchMapping;
import org.hibernate.search.mapper.pojo.standalone.mapping.SearchMapping;
import org.nowrongdoor.search.collect.WalkedDoors;
import org.nowrongdoor.search.collect.WalkedHits;
import org.nowrongdoor.search.engine.AskedDoors;
import org.nowrongdoor.search.engine.AskedHits;
import org.nowrongdoor.search.engine.DoorFinder;
import org.nowrongdoor.search.engine.HitFinder;
import org.nowrongdoor.search.engine.ServiceSearch;
import org.nowrongdoor.search.index.Analysis;
import org.nowrongdoor.search.index.IndexState;
import org.nowrongdoor.search.index.SearchSettings;
import org.nowrongdoor.search.index.ServiceDocument;
import org.nowrongdoor.search.index.StoredServices;
import org.nowrongdoor.search.lucene.KeptQueries;

/** The index, opened once in the engine that is configured. */
public class IndexEngine {

    private final SearchSettings settings;
    private final Path index;

    public IndexEngine(
            SearchSettings settings, @ConfigProperty(name = "directory.data", defaultValue = "data") String data) {
        this.settings = settings;
        this.index = Path.of(data).toAbsolutePath().resolve("index");
    }

    @Produces
    @Singleton
    IndexState state() {
        return new IndexState(index);
    }

    @Produces
    @Singleton
    CloseableSearchMapping open(IndexState state) {
        var builder = SearchMapping.builder(AnnotatedTypeSource.fromClasses(ServiceDocument.class))
                .property("hibernate.search.schema_management.strategy", "create-or-update")
                // One class is mapped, and it is named above: reading every class of the jar for others takes half a
                // second at each start.
                .property("hibernate.search.mapping.build_missing_discovered_jandex_indexes", false)
                .property("hibernate.search.mapping.discover_annotated_types_from_root_mapping_annotations", false);
        if (settings.engine() == SearchSettings.Engine.ELASTICSEARCH) {
            return builder.property(backend(BackendSettings.TYPE), "elasticsearch")
                    .property(backend("hosts"), settings.hosts().orElse("localhost:9200"))
                    .property(backend("analysis.configurer"), BeanReference.ofInstance(new Analysis.ForElasticsearch()))
                    .build();
        }
        state.discardIfStale();
        // Lucene keeps one for all searches of a process.
        IndexSearcher.setDefaultQueryCachingPolicy(new KeptQueries());
        return builder.property(backend(BackendSettings.TYPE), "lucene")
                .property(backend("directory.root"), index.resolve("lucene").toString())
                .property(backend("lucene_version"), "LATEST")
                .property(backend("analysis.configurer"), BeanReference.ofInstance(new Analysis.ForLucene()))
                .build();
    }

    @Produces
    @Singleton
    HitFinder hits(CloseableSearchMapping mapping) {
        return settings.engine() == SearchSettings.Engine.LUCENE
                ? new WalkedHits(mapping.scope(ServiceDocument.class))
                : new AskedHits(mapping);
    }

    @Produces
    @Singleton
    DoorFinder doors(CloseableSearchMapping mapping, ServiceSearch search, StoredServices services) {
        return settings.engine() == SearchSettings.Engine.LUCENE
                ? new WalkedDoors(mapping.scope(ServiceDocument.class), search, services)
                : new AskedDoors(search);
    }

    void close(@Disposes CloseableSearchMapping mapping) {
        mapping.close();
    }

    private static String backend(String radical) {
        return "hibernate.search.backend." + radical;
    }
}
