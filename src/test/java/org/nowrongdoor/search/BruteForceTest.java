package org.nowrongdoor.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.search.mapper.pojo.standalone.mapping.CloseableSearchMapping;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.PostgresForTests;

/** Ten thousand searches drawn by lot find what looking at every service finds: hit for hit, count for count. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(BruteForceTest.DirectoryOfItsOwn.class)
class BruteForceTest {

    private static final int SERVICES = 400;
    private static final int SEARCHES = Integer.getInteger("brute-force.searches", 10_000);
    private static final long SEED = Long.getLong("brute-force.seed", 20_260_101);

    /** No other test's services. */
    public static final class DirectoryOfItsOwn implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("directory.access.anonymous-per-minute", "1000001");
        }
    }

    @Inject
    QueryReader reader;

    @Inject
    ServiceSearch search;

    @Inject
    ObjectMapper mapper;

    @Inject
    CloseableSearchMapping mapping;

    @Inject
    StoredServices stored;

    private final Random random = new Random(SEED);
    private final List<Invented> services =
            IntStream.range(0, SERVICES).mapToObj(i -> Invented.draw(random, i)).toList();

    @BeforeEach
    void load() throws InterruptedException {
        SearchForTests.importAll(services.stream().map(Invented::json).toList());
    }

    @Test
    void everySearchFindsWhatLookingAtEveryServiceFinds() throws Exception {
        var found = 0L;
        for (var number = 0; number < SEARCHES; number++) {
            var asked = Asked.draw(random);
            found += compare(asked, "search " + number + " of seed " + SEED + ": " + asked.json());
        }
        assertTrue(found > SEARCHES, "searches that find next to nothing prove nothing: " + found);
    }

    /** The walk over the index chooses the same doors as five queries, each scored over everything. */
    @Test
    void oneWalkChoosesTheDoorsThatTheIndexIsAskedForOneByOne() throws Exception {
        var walked = new WalkedDoors(mapping.scope(ServiceDocument.class), search, stored);
        var asked = new AskedDoors(search);
        var kinds = new TreeMap<DoorKind, Integer>();
        for (var number = 0; number < SEARCHES / 4; number++) {
            var json = Asked.draw(random).json();
            var query = reader.read(mapper.readValue(json, SearchRequest.class), new Faults())
                    .query();
            Set<UUID> shown = random.nextBoolean()
                    ? Set.of()
                    : search.run(query, 0).services().stream()
                            .map(service -> service.service().id())
                            .collect(Collectors.toSet());
            var wanted = Stream.of(DoorKind.values())
                    .filter(kind -> random.nextInt(4) > 0)
                    .map(kind -> new DoorFinder.Wanted(kind, 1 + random.nextInt(3)))
                    .toList();
            var doors = walked.best(query, shown, wanted);
            assertEquals(
                    idsOf(asked.best(query, shown, wanted)),
                    idsOf(doors),
                    "search " + number + " of seed " + SEED + ": " + json);
            doors.forEach(door -> kinds.merge(door.kind(), 1, Integer::sum));
        }
        assertEquals(Set.of(DoorKind.values()), kinds.keySet());
    }

    private static List<String> idsOf(List<DoorFinder.Door> doors) {
        return doors.stream()
                .map(door -> door.kind() + " " + door.service().service().id())
                .toList();
    }

    private long compare(Asked asked, String message) throws Exception {
        var expected = services.stream().filter(asked::passes).map(Invented::id).collect(Collectors.toSet());
        var first = page(asked, null);
        assertEquals(expected.size(), first.total(), message);
        assertEquals(asked.leftOut(services), leftOut(first), message);
        var ids = new ArrayList<UUID>();
        for (var page = first; ; page = page(asked, page.next().text())) {
            page.services().forEach(service -> ids.add(service.service().id()));
            if (page.next() == null) {
                break;
            }
        }
        assertEquals(expected, new HashSet<>(ids), message);
        assertEquals(expected.size(), ids.size(), message);
        return expected.size();
    }

    private ServiceSearch.Found page(Asked asked, String after) throws Exception {
        var request = mapper.readValue(asked.json(), SearchRequest.class);
        var paged = new SearchRequest(
                request.q(),
                request.needs(),
                request.where(),
                request.client(),
                request.require(),
                request.unknowns(),
                null,
                request.where() == null || request.where().region() != null ? "relevance" : sortOf(asked),
                60,
                after,
                List.of(),
                "en",
                false);
        var reading = reader.read(paged, new Faults());
        return search.run(reading.query(), reading.shape());
    }

    /** Either order, the same one on all pages of a search. */
    private static String sortOf(Asked asked) {
        return asked.json().hashCode() % 2 == 0 ? "relevance" : "distance";
    }

    private static Map<String, Long> leftOut(ServiceSearch.Found found) {
        return found.leftOut().stream()
                .collect(Collectors.toMap(SearchPage.LeftOut::by, SearchPage.LeftOut::count, Long::sum, TreeMap::new));
    }
}
