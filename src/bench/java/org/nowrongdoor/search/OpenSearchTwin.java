package org.nowrongdoor.search;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.search.engine.cfg.BackendSettings;
import org.hibernate.search.engine.environment.bean.BeanReference;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.AnnotatedTypeSource;
import org.hibernate.search.mapper.pojo.standalone.mapping.CloseableSearchMapping;
import org.hibernate.search.mapper.pojo.standalone.mapping.SearchMapping;
import org.hibernate.search.mapper.pojo.work.IndexingPlanSynchronizationStrategy;
import org.nowrongdoor.search.engine.QueryHitFinder;
import org.nowrongdoor.search.engine.QueryNextStepFinder;
import org.nowrongdoor.search.engine.ServiceSearcher;
import org.nowrongdoor.search.index.AnalysisConfigurer;
import org.nowrongdoor.search.index.SearchConfig;
import org.nowrongdoor.search.index.ServiceDocument;
import org.nowrongdoor.search.index.ServiceDocumentBuilder;
import org.nowrongdoor.search.index.ServiceRowLoader;
import org.nowrongdoor.search.index.StoredServiceCache;
import org.nowrongdoor.search.withheld.OutdatedDocumentFinder;
import org.nowrongdoor.taxonomy.Terms;

/** The same documents in an OpenSearch server, asked the same queries over its own REST interface. */
final class OpenSearchTwin implements AutoCloseable {

    private static final int BATCH = 500;

    private final String host;
    private final CloseableSearchMapping mapping;
    private final ServiceSearcher search;

    /** @param host name and port of a server that holds nothing of ours */
    OpenSearchTwin(String host, ObjectMapper mapper, OutdatedDocumentFinder outdated) {
        this.host = host;
        mapping = SearchMapping.builder(AnnotatedTypeSource.fromClasses(ServiceDocument.class))
                .property("hibernate.search.schema_management.strategy", "drop-and-create")
                .property("hibernate.search.backend." + BackendSettings.TYPE, "elasticsearch")
                .property("hibernate.search.backend.hosts", host)
                .property("hibernate.search.backend.max_connections", "64")
                .property("hibernate.search.backend.max_connections_per_route", "64")
                .property(
                        "hibernate.search.backend.analysis.configurer",
                        BeanReference.ofInstance(new AnalysisConfigurer.ForElasticsearch()))
                .build();
        var settings = new Settings(host);
        search = new ServiceSearcher(
                mapping,
                new StoredServiceCache(mapper, settings),
                new QueryHitFinder(mapping, outdated),
                outdated);
    }

    private record Settings(Engine engine, Optional<String> hosts) implements SearchConfig {

        @Override
        public boolean rebuildOnStart() {
            return false;
        }

        Settings(String host) {
            this(Engine.ELASTICSEARCH, Optional.of(host));
        }
    }

    ServiceSearcher search() {
        return search;
    }

    NextStepBuilder nextSteps(Terms terms) {
        return new NextStepBuilder(new QueryNextStepFinder(search), terms);
    }

    /** Writes every service of the store, and merges them to one segment. */
    void fill(ServiceRowLoader reader, ServiceDocumentBuilder documents) throws IOException, InterruptedException {
        UUID last = null;
        while (true) {
            var after = last;
            var page = QuarkusTransaction.requiringNew().call(() -> reader.page(after, BATCH));
            if (page.isEmpty()) {
                break;
            }
            try (var session = mapping.createSessionWithOptions()
                    .indexingPlanSynchronizationStrategy(IndexingPlanSynchronizationStrategy.writeSync())
                    .build()) {
                page.forEach(row -> session.indexingPlan().addOrUpdate(documents.of(row)));
            }
            last = page.get(page.size() - 1).service().id;
        }
        mapping.scope(ServiceDocument.class).workspace().flush();
        // Hibernate Search does not say to how many
        var merge = HttpRequest.newBuilder(URI.create("http://" + host + "/_forcemerge?max_num_segments=1"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        var merged = HttpClient.newHttpClient().send(merge, HttpResponse.BodyHandlers.ofString());
        if (merged.statusCode() != 200) {
            throw new IllegalStateException("OpenSearch did not merge: " + merged.body());
        }
        mapping.scope(ServiceDocument.class).workspace().refresh();
    }

    @Override
    public void close() {
        mapping.close();
    }
}
