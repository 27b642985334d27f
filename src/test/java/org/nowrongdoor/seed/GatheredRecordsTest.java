package org.nowrongdoor.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.region.Regions;

/** The records of the gathered spreadsheet are what its rows and the decisions about them say.
 *  {@code -Dseed.write=true} writes them. */
class GatheredRecordsTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Path GATHERED = Path.of("seed-data/gathered");
    private static final Path SERVICES = Path.of("seed-data/services");
    private static final boolean WRITE = Boolean.getBoolean("seed.write");

    private final Regions regions = new Regions();

    @Test
    void everyRowIsEnteredOrItIsSaidWhyNot() throws IOException {
        var decisions = decisions();
        for (var row : GatheredRow.read(GATHERED.resolve("providers.csv"))) {
            var decision = decisions.remove(row.state() + "/" + row.name());
            assertTrue(decision != null || row.state().isEmpty(), () -> "nothing is decided about " + row.name());
            assertTrue(
                    decision == null
                            || !decision.path("services").isEmpty()
                            || !decision.path("left_out").asText().isEmpty(),
                    () -> row.name() + " is left out without a reason");
        }
        assertEquals(Map.of(), decisions, "decisions about no row");
    }

    @Test
    void thePackagedRecordsAreThoseOfTheRows() throws IOException {
        var files = ServiceFiles.read(SERVICES);
        var converter = new RecordConverter(regions);
        var decisions = decisions();
        for (var row : GatheredRow.read(GATHERED.resolve("providers.csv"))) {
            var decision = decisions.get(row.state() + "/" + row.name());
            if (decision != null) {
                converter.convert(row, decision).forEach(record -> files.put(file(row.state()), record));
            }
        }
        files.nest();
        if (WRITE) {
            files.write(SERVICES);
        }
        var packaged = ServiceFiles.read(SERVICES).all();
        for (int i = 0; i < Math.min(packaged.size(), files.all().size()); i++) {
            assertEquals(files.all().get(i), packaged.get(i));
        }
        assertEquals(files.all().size(), packaged.size());
    }

    private String file(String state) {
        if (state.equals("US")) {
            return "national.json";
        }
        return regions.get(state).name().toLowerCase(Locale.ROOT).replace(' ', '-') + ".json";
    }

    private static Map<String, JsonNode> decisions() throws IOException {
        var decisions = new HashMap<String, JsonNode>();
        for (var file : files()) {
            var state = file.getFileName().toString().replace(".json", "");
            for (var decision : MAPPER.readTree(file.toFile())) {
                decisions.put(state + "/" + decision.path("row").asText(), decision);
            }
        }
        return decisions;
    }

    private static List<Path> files() throws IOException {
        try (var found = Files.list(GATHERED)) {
            return new ArrayList<>(found.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList());
        }
    }
}
