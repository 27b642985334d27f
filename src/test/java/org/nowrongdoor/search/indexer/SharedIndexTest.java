package org.nowrongdoor.search.indexer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.Json.json;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.hibernate.search.mapper.pojo.standalone.mapping.CloseableSearchMapping;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nowrongdoor.search.index.SearchConfig;
import org.nowrongdoor.search.index.SearchedIndex;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.SearchForTests;

/** An index that nodes share: the position is the index's, and no node throws it away. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@SuppressWarnings("NullAway.Init")
class SharedIndexTest {

    private static final long END = Long.MAX_VALUE;

    @Inject
    CloseableSearchMapping mapping;

    @Inject
    DatabaseId installation;

    @Inject
    SearchedIndex searched;

    @Inject
    EntityManager entities;

    @TempDir
    Path directory;

    /** The settings of nodes that share an index. */
    private record Shared(String name) implements SearchConfig {

        @Override
        public boolean rebuildOnStart() {
            return false;
        }

        @Override
        public Engine engine() {
            return Engine.ELASTICSEARCH;
        }

        @Override
        public Optional<String> hosts() {
            return Optional.of(name);
        }
    }

    @Test
    void aNodeWithAnEmptyDirectoryGoesOnWhereTheIndexStands() {
        SearchForTests.put("Shared index", json("'location_policy': 'public'"));
        SearchForTests.awaitIndexed();
        var first = node("one", "a");
        assertEquals(OptionalLong.empty(), first.find(END));
        first.built(100);
        first.note(120);
        assertEquals(OptionalLong.of(120), node("one", "b").find(END));
        node("one", "c").note(110);
        assertEquals(OptionalLong.of(120), node("one", "d").find(END));
        assertEquals(OptionalLong.empty(), node("another", "a").find(END));
    }

    @Test
    void aNodeThatBuildsItAnewLeavesWhatIsThere() {
        SearchForTests.put("Shared index", json("'location_policy': 'public'"));
        SearchForTests.awaitIndexed();
        node("lost", "a").dropIndex();
        assertTrue(SearchForTests.search(json("{'q': 'Shared index'}"))
                .getList("hits.service.name")
                .contains("Shared index"));
    }

    private CheckpointWriter node(String index, String data) {
        var settings = new Shared(index);
        return new CheckpointWriter(
                mapping,
                new IndexCheckpoint(directory.resolve(data)),
                installation,
                new SharedIndexRepository(entities, settings),
                searched,
                settings);
    }
}
