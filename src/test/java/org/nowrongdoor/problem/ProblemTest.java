package org.nowrongdoor.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ProblemTest {

    @Test
    void typeIsAPathUnderProblems() {
        var problem = ProblemException.of(ProblemKind.NOT_FOUND, "no service has this id")
                .problem();
        assertEquals("/problems/not-found", problem.type());
        assertEquals(404, problem.status());
    }

    @Test
    void whatAKindAddsComesInOneOrder() {
        var kinds = Map.<String, Object>of("reasons", 1, "alternatives", 2, "legal", 3, "from", 4, "near", 5);
        var problem =
                ProblemException.of(ProblemKind.NOT_ELIGIBLE, "no").with(kinds).problem();
        assertEquals(
                "[alternatives, from, legal, near, reasons]",
                problem.more().keySet().toString());
    }
}
