package org.nowrongdoor.problem;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DeadlineTest {

    @Test
    void workWithoutADeadlineGoesOn() {
        assertFalse(Deadline.isSet());
        assertDoesNotThrow(Deadline::check);
        assertTrue(Deadline.leftMillis() > 60_000);
    }

    @Test
    void whatIsOverEndsWithAProblem() throws Exception {
        Deadline.within(0, () -> {
            var problem = assertThrows(ProblemException.class, Deadline::check);
            assertEquals(ProblemKind.TOO_COSTLY, problem.kind());
            assertEquals(503, problem.problem().status());
            assertThrows(ProblemException.class, Deadline::leftMillis);
            return null;
        });
        assertFalse(Deadline.isSet());
    }

    @Test
    void whatHasTimeLeftGoesOn() throws Exception {
        var left = Deadline.within(60_000, () -> {
            Deadline.check();
            return Deadline.leftMillis();
        });
        assertTrue(left > 1_000 && left <= 60_000);
    }

    @Test
    void aLaterDeadlineInsideAnEarlierOneDoesNotExtendIt() throws Exception {
        Deadline.within(0, () -> {
            Deadline.within(60_000, () -> assertThrows(ProblemException.class, Deadline::check));
            assertTrue(Deadline.isSet());
            return null;
        });
        assertFalse(Deadline.isSet());
    }

    @Test
    void anEarlierDeadlineInsideALaterOneEndsItsOwnWorkAlone() throws Exception {
        Deadline.within(60_000, () -> {
            Deadline.within(0, () -> assertThrows(ProblemException.class, Deadline::check));
            assertDoesNotThrow(Deadline::check);
            return null;
        });
    }
}
