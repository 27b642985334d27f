package org.nowrongdoor.search.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import org.nowrongdoor.search.engine.HitFinder;
import org.nowrongdoor.search.engine.NextStepFinder;
import org.nowrongdoor.search.engine.QueryHitFinder;
import org.nowrongdoor.search.engine.QueryNextStepFinder;
import org.nowrongdoor.search.engine.ServiceSearcher;
import org.nowrongdoor.search.index.NextStepKind;
import org.nowrongdoor.search.index.SearchedIndex;
import org.nowrongdoor.search.index.StoredServiceCache;
import org.nowrongdoor.search.model.RequestFaults;
import org.nowrongdoor.search.model.SearchPage;
import org.nowrongdoor.search.model.SearchRequest;
import org.nowrongdoor.search.query.CursorSealer;
import org.nowrongdoor.search.query.FacetFields;
import org.nowrongdoor.search.query.QueryReader;
import org.nowrongdoor.search.query.ServiceQuery;
import org.nowrongdoor.search.query.TextQuery;
import org.nowrongdoor.search.withheld.OutdatedDocumentFinder;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.RandomSearch;
import org.nowrongdoor.support.RandomService;
import org.nowrongdoor.support.SearchForTests;

/** Ten thousand searches drawn by lot find what looking at every service finds: hit for hit, count for count. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(BruteForceDrill.DirectoryOfItsOwn.class)
class BruteForceDrill {

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
    CursorSealer cursors;

    @Inject
    ServiceSearcher search;

    @Inject
    ObjectMapper mapper;

    @Inject
    CloseableSearchMapping mapping;

    @Inject
    SearchedIndex index;

    @Inject
    StoredServiceCache stored;

    @Inject
    OutdatedDocumentFinder outdated;

    private final Random random = new Random(SEED);
    private final List<RandomService> services = IntStream.range(0, SERVICES)
            .mapToObj(i -> RandomService.draw(random, i))
            .toList();

    @BeforeEach
    void load() throws InterruptedException {
        SearchForTests.importAll(services.stream().map(RandomService::json).toList());
    }

    @Test
    void everySearchFindsWhatLookingAtEveryServiceFinds() throws Exception {
        var found = 0L;
        for (var number = 0; number < SEARCHES; number++) {
            var asked = RandomSearch.draw(random);
            found += compare(asked, "search " + number + " of seed " + SEED + ": " + asked.json());
        }
        assertTrue(found > SEARCHES, "searches that find next to nothing prove nothing: " + found);
    }

    /** The walk over the index chooses the same doors as five queries, each scored over everything. */
    @Test
    void oneWalkChoosesTheDoorsThatTheIndexIsAskedForOneByOne() throws Exception {
        var walked = new CollectorNextStepFinder(index, search, stored, outdated);
        var asked = new QueryNextStepFinder(search);
        var kinds = new TreeMap<NextStepKind, Integer>();
        for (var number = 0; number < SEARCHES / 10; number++) {
            var json = RandomSearch.draw(random).json();
            var query = reader.read(mapper.readValue(json, SearchRequest.class), new RequestFaults())
                    .query();
            Set<UUID> shown = random.nextBoolean()
                    ? Set.of()
                    : search.run(query, 0, List.of()).services().stream()
                            .map(service -> service.service().id())
                            .collect(Collectors.toSet());
            var wanted = Stream.of(NextStepKind.values())
                    .filter(kind -> random.nextInt(4) > 0)
                    .map(kind -> new NextStepFinder.Wanted(kind, 1 + random.nextInt(3)))
                    .toList();
            var doors = walked.best(query, shown, wanted);
            assertEquals(
                    idsOf(asked.best(query, shown, wanted)),
                    idsOf(doors),
                    "search " + number + " of seed " + SEED + ": " + json);
            doors.forEach(door -> kinds.merge(door.kind(), 1, Integer::sum));
        }
        assertEquals(Set.of(NextStepKind.values()), kinds.keySet());
    }

    /** One walk finds the hits, those she fails, every count and the next page as the index does that is asked for each. */
    @Test
    void oneWalkFindsWhatTheIndexIsAskedForOneByOne() throws Exception {
        var walked = new CollectorHitFinder(index, outdated);
        var asked = new QueryHitFinder(mapping, outdated);
        var seen = new TreeMap<String, Integer>();
        for (var number = 0; number < SEARCHES / 10; number++) {
            var body = withMore(RandomSearch.draw(random));
            var leniency = RandomService.any(random, List.of(TextQuery.Leniency.values()));
            var others = body.deepCopy();
            for (var page = 0; page < 3; page++) {
                var query = query(body, leniency);
                var found = walked.find(query, 0, facetsOf(body));
                var expected = asked.find(query(others, leniency), 0, facetsOf(body));
                assertEquals(
                        comparable(expected), comparable(found), "search " + number + " of seed " + SEED + ": " + body);
                seen.merge(
                        query.page().order() + (query.text() == null ? "" : " text"),
                        found.ids().size(),
                        Integer::sum);
                seen.merge("not eligible", found.notEligible().size(), Integer::sum);
                if (found.next() == null || expected.next() == null) {
                    break;
                }
                // Each goes on from its own: metres may differ by how a point is rounded.
                body.put("after", cursors.seal(found.next()));
                others.put("after", cursors.seal(expected.next()));
            }
        }
        assertTrue(seen.size() == 7 && seen.values().stream().allMatch(count -> count > 100), seen.toString());
    }

    /** A question with words, an order, a lens, facets and a size of its own. */
    private ObjectNode withMore(RandomSearch asked) throws Exception {
        var body = (ObjectNode) mapper.readTree(asked.json());
        var hasPoint = body.has("where") && !body.get("where").has("region");
        body.put(
                "sort",
                RandomService.any(
                        random,
                        hasPoint ? List.of("relevance", "distance", "verified") : List.of("relevance", "verified")));
        body.put("size", 1 + random.nextInt(20));
        if (random.nextInt(3) == 0) {
            body.put(
                    "q",
                    RandomService.any(
                            random,
                            List.of("food", "invented", "ropa", "imigration help", "emergency shel", "legal clothng")));
        }
        if (random.nextInt(3) == 0) {
            body.put("lens", RandomService.any(random, List.of("sex_worker_safety", "low_barrier")));
        }
        if (random.nextBoolean()) {
            FacetFields.NAMES.forEach(body.putArray("facets")::add);
        }
        return body;
    }

    private ServiceQuery query(ObjectNode body, TextQuery.Leniency leniency) throws Exception {
        var after = body.path("after").asText(null);
        var first = body.deepCopy().without("after");
        var query = reader.read(mapper.treeToValue(first, SearchRequest.class), new RequestFaults())
                .query();
        var asked = query.text() == null ? query : query.with(query.text().with(leniency));
        var page = asked.page();
        return after == null
                ? asked
                : new ServiceQuery(
                        asked.wording(),
                        asked.bounds(),
                        new ServiceQuery.Page(page.order(), page.size(), cursors.open(after, 0), page.today()));
    }

    private static List<String> facetsOf(ObjectNode body) {
        var names = new ArrayList<String>();
        body.path("facets").forEach(name -> names.add(name.textValue()));
        return names;
    }

    private static List<Object> comparable(HitFinder.Hits hits) {
        return List.of(
                hits.ids(),
                hits.notEligible(),
                hits.total(),
                hits.leftOut(),
                FacetFields.shown(hits.facets(), (facet, value) -> value),
                hits.next() == null
                        ? "last"
                        : List.of(hits.next().id(), hits.next().passed()));
    }

    private static List<String> idsOf(List<NextStepFinder.Door> doors) {
        return doors.stream()
                .map(door -> door.kind() + " " + door.service().service().id())
                .toList();
    }

    private long compare(RandomSearch asked, String message) throws Exception {
        var expected =
                services.stream().filter(asked::passes).map(RandomService::id).collect(Collectors.toSet());
        var first = page(asked, null);
        assertEquals(expected.size(), first.total(), message);
        assertEquals(asked.leftOut(services), leftOut(first), message);
        var ids = new ArrayList<UUID>();
        for (var page = first; ; page = page(asked, cursors.seal(page.next()))) {
            page.services().forEach(service -> ids.add(service.service().id()));
            if (page.next() == null) {
                break;
            }
        }
        assertEquals(expected, new HashSet<>(ids), message);
        assertEquals(expected.size(), ids.size(), message);
        return expected.size();
    }

    private ServiceSearcher.Found page(RandomSearch asked, String after) throws Exception {
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
        var reading = reader.read(paged, new RequestFaults());
        return search.run(reading.query(), reading.shape(), List.of());
    }

    /** Either order, the same one on all pages of a search. */
    private static String sortOf(RandomSearch asked) {
        return asked.json().hashCode() % 2 == 0 ? "relevance" : "distance";
    }

    private static Map<String, Long> leftOut(ServiceSearcher.Found found) {
        return found.leftOut().stream()
                .collect(Collectors.toMap(SearchPage.LeftOut::by, SearchPage.LeftOut::count, Long::sum, TreeMap::new));
    }
}
