package org.nowrongdoor.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the server answered in all other tests is what it declares. Runs after them, with the tests of the packaged server. */
class DeclaredAnswersIT {

    private static final Path COMPARED = AnswerRecorder.FOLDER.resolve("tests-compared");
    private static final Path DIFFERENCES = AnswerRecorder.FOLDER.resolve("tests-differences");
    private static final int FEWEST = 1_000;

    @Test
    void everyAnswerOfTheTestsIsAsDeclared() throws IOException {
        assumeTrue(Files.exists(COMPARED), "NO ANSWERS WERE RECORDED: run the tests before this one");
        assertTrue(Files.size(COMPARED) >= FEWEST, "only " + Files.size(COMPARED) + " answers were compared");
        var differences = Files.exists(DIFFERENCES) ? Files.readAllLines(DIFFERENCES) : List.<String>of();
        assertEquals(
                "",
                differences.stream().distinct().sorted().collect(Collectors.joining("\n")),
                "answers differ from openapi/openapi.yaml");
    }
}
