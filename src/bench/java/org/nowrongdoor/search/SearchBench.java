package org.nowrongdoor.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.search.mapper.pojo.standalone.mapping.CloseableSearchMapping;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.bench.EditTimes;
import org.nowrongdoor.bench.Generator;
import org.nowrongdoor.bench.HttpLoad;
import org.nowrongdoor.bench.KeptPostgres;
import org.nowrongdoor.bench.Load;
import org.nowrongdoor.bench.Questions;
import org.nowrongdoor.eligibility.evaluate.ClientProfile;
import org.nowrongdoor.search.engine.QueryHitFinder;
import org.nowrongdoor.search.engine.QueryNextStepFinder;
import org.nowrongdoor.search.engine.ServiceSearcher;
import org.nowrongdoor.search.format.HitPresenter;
import org.nowrongdoor.search.index.ServiceDocumentBuilder;
import org.nowrongdoor.search.index.ServiceRowLoader;
import org.nowrongdoor.search.index.StoredServiceCache;
import org.nowrongdoor.search.withheld.OutdatedDocumentFinder;
import org.nowrongdoor.search.model.RequestFaults;
import org.nowrongdoor.search.model.SearchRequest;
import org.nowrongdoor.search.query.QueryReader;
import org.nowrongdoor.search.query.ServiceQuery;
import org.nowrongdoor.taxonomy.Terms;

/** Search through HTTP next to the same queries of the index in the same process, over generated services. */
@QuarkusTest
@QuarkusTestResource(KeptPostgres.class)
@TestProfile(SearchBench.OwnData.class)
class SearchBench {

    private static final Logger LOG = Logger.getLogger("bench");
    private static final int SERVICES = Integer.getInteger("bench.services", 10_000);
    private static final double SECONDS = Double.parseDouble(System.getProperty("bench.seconds", "5"));
    private static final double WARM_UP = Double.parseDouble(System.getProperty("bench.warmup", "60"));
    private static final Path FOLDER = Path.of("target", "bench");
    static final String KEY = "nwd_bench-of-the-bench";

    /** The product as it is shipped, with data of its own and no limit to how often one address may ask. */
    public static final class OwnData implements QuarkusTestProfile {
        @Override
        public String getConfigProfile() {
            return "prod";
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.ofEntries(
                    Map.entry("directory.access.admin-key", KEY),
                    Map.entry("directory.access.anonymous-per-minute", "100000000"),
                    Map.entry("directory.access.key-per-minute", "100000000"),
                    // A million services are more than an import may be by default.
                    Map.entry("directory.exchange.max-upload", "4G"),
                    Map.entry("quarkus.http.host", "127.0.0.1"),
                    Map.entry("quarkus.http.test-port", "0"),
                    // To a file, as a server writes it; what a test prints goes through two processes more.
                    Map.entry("quarkus.log.handler.file.access.enabled", "true"),
                    Map.entry("quarkus.log.handler.file.access.path", "target/bench/access.log"),
                    Map.entry("quarkus.log.category.access.handlers", "access"),
                    Map.entry("quarkus.log.category.access.use-parent-handlers", "false"));
        }
    }

    @TestHTTPResource("/")
    URI server;

    @Inject
    QueryReader reader;

    @Inject
    ServiceSearcher search;

    @Inject
    NextStepBuilder nextSteps;

    @Inject
    Terms terms;

    @Inject
    CloseableSearchMapping mapping;

    @Inject
    StoredServiceCache stored;

    @Inject
    OutdatedDocumentFinder outdated;

    @Inject
    ObjectMapper mapper;

    @Inject
    ServiceRowLoader rows;

    @Inject
    ServiceDocumentBuilder documents;

    /** The same answers by Lucene's own queries, one for each part. */
    private ServiceSearcher lucene;

    private NextStepBuilder luceneSteps;

    private final HttpClient http = HttpClient.newHttpClient();
    private final StringBuilder report = new StringBuilder();

    @Test
    void measure() throws Exception {
        lucene = new ServiceSearcher(mapping, stored, new QueryHitFinder(mapping, outdated), outdated);
        luceneSteps = new NextStepBuilder(new QueryNextStepFinder(lucene), terms);
        fill();
        var kinds = Questions.all();
        kinds.keySet().removeIf(kind -> !kind.matches(System.getProperty("bench.only", ".*")));
        // Both sides in turn until the compiler rests: on two cores it takes one of them for a minute.
        for (var turn = 0; turn < 2; turn++) {
            for (var kind : kinds.values()) {
                HttpLoad.run(server.getPort(), 8, WARM_UP / 4 / kinds.size(), kind);
                Load.run(8, WARM_UP / 4 / kinds.size() / 2, () -> twin(requests(kind), search, nextSteps));
                Load.run(8, WARM_UP / 4 / kinds.size() / 2, () -> twin(requests(kind), lucene, luceneSteps));
            }
        }
        var host = System.getProperty("bench.opensearch", "");
        try (var openSearch = host.isEmpty() ? null : new OpenSearchTwin(host, mapper, outdated)) {
            if (openSearch != null) {
                openSearch.fill(rows, documents);
                for (var kind : kinds.values()) {
                    var asked = requests(kind);
                    Load.run(8, WARM_UP / kinds.size(), () -> twin(asked, openSearch.search(), openSearch.nextSteps(terms)));
                }
            }
            line("| kind | connections | HTTP/s | p50 ms | p99 ms | cpu ms | Lucene's queries/s | ratio"
                    + " | our walks/s | ratio | cpu ms | OpenSearch/s | ratio |");
            line("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
            for (var kind : kinds.entrySet()) {
                for (var connections : List.of(1, 8, 32)) {
                    compare(kind.getKey(), kind.getValue(), connections, openSearch);
                }
            }
        }
        var edits = new EditTimes(server, KEY).measure();
        line("an edit is found after %.0f ms (median of %d), %.0f ms (p99)"
                .formatted(edits[edits.length / 2], edits.length, edits[edits.length - 2]));
        var memory = Runtime.getRuntime();
        line("heap at most " + memory.maxMemory() / 1_000_000 + " MB");
        Files.writeString(FOLDER.resolve("search-" + SERVICES + ".md"), report);
    }

    private void compare(String kind, List<String> bodies, int connections, @Nullable OpenSearchTwin openSearch)
            throws Exception {
        var requests = requests(bodies);
        var over = new ArrayList<Load.Result>();
        var inside = new ArrayList<Load.Result>();
        var queries = new ArrayList<Load.Result>();
        var beside = new ArrayList<Load.Result>();
        // three turns each, one after the other: what else the machine does falls on all
        for (var turn = 0; turn < 3; turn++) {
            over.add(HttpLoad.run(server.getPort(), connections, SECONDS / 3, bodies));
            inside.add(Load.run(connections, SECONDS / 3, () -> twin(requests, search, nextSteps)));
            queries.add(Load.run(connections, SECONDS / 3, () -> twin(requests, lucene, luceneSteps)));
            if (openSearch != null) {
                beside.add(Load.run(connections, SECONDS / 3, () -> twin(requests, openSearch.search(), openSearch.nextSteps(terms))));
            }
        }
        var web = median(over);
        var twin = median(inside);
        var other = beside.isEmpty() ? Double.NaN : median(beside).perSecond();
        var plain = median(queries).perSecond();
        line("| %s | %d | %.0f | %.1f | %.1f | %.2f | %.0f | %.2f | %.0f | %.2f | %.2f | %.0f | %.1f |"
                .formatted(
                        kind,
                        connections,
                        web.perSecond(),
                        web.p50(),
                        web.p99(),
                        web.cpu(),
                        plain,
                        web.perSecond() / plain,
                        twin.perSecond(),
                        web.perSecond() / twin.perSecond(),
                        twin.cpu(),
                        other,
                        web.perSecond() / other));
    }

    private static Load.Result median(List<Load.Result> results) {
        return results.stream()
                .sorted(Comparator.comparingDouble(Load.Result::perSecond))
                .toList()
                .get(results.size() / 2);
    }

    /** Every query of the index that an answer needs; no reading, no judging, no writing. */
    private Load.Work twin(List<Asked> asked, ServiceSearcher search, NextStepBuilder nextSteps) {
        return number -> {
            var one = asked.get(Math.floorMod(number, asked.size()));
            var found = search.run(one.query(), 0, one.facets());
            var shown = found.services().stream().map(s -> s.service().id()).collect(Collectors.toSet());
            nextSteps.of(found.query(), ClientProfile.EMPTY, shown, HitPresenter.of(false, "en"), "en");
        };
    }

    private record Asked(ServiceQuery query, List<String> facets) {}

    private List<Asked> requests(List<String> bodies) throws Exception {
        var asked = new ArrayList<Asked>();
        for (var body : bodies) {
            var request = mapper.readValue(body, SearchRequest.class);
            asked.add(new Asked(reader.read(request, new RequestFaults()).query(), request.facets()));
        }
        return asked;
    }

    private void fill() throws Exception {
        var file = Generator.write(FOLDER, SERVICES);
        if (total() >= SERVICES) {
            return;
        }
        var started = System.nanoTime();
        var sent = send("POST", "/imports?source=bench", HttpRequest.BodyPublishers.ofFile(file));
        var id = sent.required("id").textValue();
        var run = sent;
        while (!Set.of("completed", "failed").contains(run.required("status").textValue())) {
            Thread.sleep(200);
            run = send("GET", "/imports/" + id, HttpRequest.BodyPublishers.noBody());
        }
        line("import: %s in %.1f s".formatted(run.path("totals"), (System.nanoTime() - started) / 1e9));
        assertEquals("completed", run.required("status").textValue(), run.toString());
        while (total() < SERVICES) {
            Thread.sleep(200);
        }
        line("indexed %.1f s after the import began".formatted((System.nanoTime() - started) / 1e9));
    }

    private long total() throws Exception {
        var body = HttpRequest.BodyPublishers.ofString("{\"size\": 1, \"facets\": [\"kind\"]}");
        var page = send("POST", "/search", body);
        var kinds = page.path("facets").path("kind");
        var sum = 0L;
        for (JsonNode kind : kinds) {
            sum += kind.required("count").longValue();
        }
        return sum;
    }

    private JsonNode send(String method, String path, HttpRequest.BodyPublisher body) throws Exception {
        var request = HttpRequest.newBuilder(server.resolve(path))
                .header("Authorization", "Bearer " + KEY)
                .header("Content-Type", path.startsWith("/imports?") ? "application/x-ndjson" : "application/json")
                .method(method, body)
                .build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        return mapper.readTree(answer.body());
    }

    private void line(String text) {
        LOG.info(text);
        report.append(text).append('\n');
    }
}
