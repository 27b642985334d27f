package org.nowrongdoor;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** The platform line gets security fixes; a release without them is not shipped. */
class SupportedPlatformTest {

    /** A month before the line ends, so that the change to the next one is not made in a hurry. */
    private static final LocalDate CHANGE_BY = LocalDate.of(2027, 2, 1);

    @Test
    void quarkusStillGetsSecurityFixes() {
        assertTrue(
                isSupported(LocalDate.now(ZoneOffset.UTC)),
                "Quarkus 3.33 is maintained for twelve months and ends soon: change to the next LTS line (quarkus.platform.version)");
    }

    @Test
    void theReminderComesOnItsDay() {
        assertTrue(isSupported(CHANGE_BY.minusDays(1)));
        assertTrue(!isSupported(CHANGE_BY), "the reminder never comes");
    }

    private static boolean isSupported(LocalDate day) {
        return day.isBefore(CHANGE_BY);
    }
}
