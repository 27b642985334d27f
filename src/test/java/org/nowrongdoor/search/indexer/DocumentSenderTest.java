package org.nowrongdoor.search.indexer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.search.engine.environment.bean.BeanReference;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.AnnotatedTypeSource;
import org.hibernate.search.mapper.pojo.standalone.mapping.CloseableSearchMapping;
import org.hibernate.search.mapper.pojo.standalone.mapping.SearchMapping;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nowrongdoor.search.index.AnalysisConfigurer;
import org.nowrongdoor.search.index.SearchConfig;
import org.nowrongdoor.search.index.ServiceDocument;

/** Documents go to the engine in the background, and what it refuses is found all the same. */
class DocumentSenderTest {

    private static final SearchConfig SETTINGS = new SearchConfig() {
        @Override
        public Engine engine() {
            return Engine.LUCENE;
        }

        @Override
        public Optional<String> hosts() {
            return Optional.empty();
        }

        @Override
        public boolean rebuildOnStart() {
            return false;
        }
    };

    @TempDir
    Path data;

    private CloseableSearchMapping mapping;
    private DocumentSender sender;

    @BeforeEach
    void open() {
        mapping = SearchMapping.builder(AnnotatedTypeSource.fromClasses(ServiceDocument.class))
                .property("hibernate.search.schema_management.strategy", "create-or-update")
                .property("hibernate.search.backend.type", "lucene")
                .property("hibernate.search.backend.directory.root", data.toString())
                .property("hibernate.search.backend.lucene_version", "LATEST")
                .property(
                        "hibernate.search.backend.analysis.configurer",
                        BeanReference.ofInstance(new AnalysisConfigurer.ForLucene()))
                .build();
        sender = new DocumentSender(mapping, SETTINGS);
    }

    @AfterEach
    void close() {
        mapping.close();
    }

    @Test
    void whatGoesTogetherIsThereOnceItIsFinished() {
        var documents = documents(20);
        assertEquals(Map.of(), sender.begin(documents, List.of()).finish());
        assertEquals(20, count());
        var gone = UUID.fromString(documents.get(0).id);
        assertEquals(
                Map.of(), sender.begin(documents.subList(1, 3), List.of(gone)).finish());
        assertEquals(19, count());
    }

    @Test
    void oneThatIsRefusedIsFoundAmongTheOthersAndIsNotThere() {
        var documents = documents(20);
        assertEquals(Map.of(), sender.begin(documents, List.of()).finish());
        // Longer than a term of Lucene may be.
        documents.get(7).needs = List.of("x".repeat(40_000));
        var refused = sender.begin(documents, List.of()).finish();
        assertEquals(Set.of(UUID.fromString(documents.get(7).id)), refused.keySet());
        assertEquals(19, count());
    }

    private static List<ServiceDocument> documents(int count) {
        var documents = new ArrayList<ServiceDocument>();
        for (var number = 0; number < count; number++) {
            var document = new ServiceDocument();
            document.id = new UUID(4, number).toString();
            documents.add(document);
        }
        return documents;
    }

    private long count() {
        mapping.scope(ServiceDocument.class).workspace().refresh();
        try (var session = mapping.createSession()) {
            return session.search(ServiceDocument.class)
                    .where(f -> f.matchAll())
                    .fetchTotalHitCount();
        }
    }
}
