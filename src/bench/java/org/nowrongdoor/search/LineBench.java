package org.nowrongdoor.search;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.bench.KeptPostgres;
import org.nowrongdoor.search.understanding.LineReader;

/** How long a typed line is read before anything is asked of the index, over the data that {@link SearchBench} kept. */
@QuarkusTest
@QuarkusTestResource(KeptPostgres.class)
@TestProfile(SearchBench.OwnData.class)
class LineBench {

    private static final Logger LOG = Logger.getLogger("bench");
    private static final int LETTERS = 100;
    private static final int TURNS = 400;
    private static final String STORY = " my kids are with me and he took my car and my phone so i am using a friends phone"
            + " and i dont know what to do anymore";

    @Inject
    LineReader lines;

    @Test
    void measure() throws Exception {
        var typed = Files.readAllLines(Path.of("src/test/resources/search/sentences.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(line.indexOf('|') + 1, line.indexOf('|', line.indexOf('|') + 1)).strip())
                .toList();
        var long100 = typed.stream().map(line -> (line + STORY).substring(0, LETTERS)).toList();
        assertTrue(typed.size() >= 100, "lines to read");
        LOG.info(report("as typed", typed) + "\n" + report("of 100 letters", long100));
    }

    private String report(String name, List<String> asked) {
        var micros = new ArrayList<Double>();
        for (var line : asked) {
            var times = new long[TURNS];
            for (var turn = 0; turn < TURNS; turn++) {
                var began = System.nanoTime();
                lines.read(line);
                times[turn] = System.nanoTime() - began;
            }
            Arrays.sort(times);
            micros.add(times[TURNS / 2] / 1000.0);
        }
        micros.sort(null);
        return "| %s | %d | %.0f | %.0f | %.0f |"
                .formatted(
                        name,
                        asked.size(),
                        micros.get(micros.size() / 2),
                        micros.get(micros.size() * 9 / 10),
                        micros.get(micros.size() - 1));
    }
}
