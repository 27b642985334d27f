package org.nowrongdoor.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ProblemTest {

    @Test
    void typeIsAPathUnderProblems() {
        var problem = ProblemException.of(ProblemKind.NOT_FOUND, "no service has this id")
                .problem();
        assertEquals("/problems/not-found", problem.type());
        assertEquals(404, problem.status());
    }
}
