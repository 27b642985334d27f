package org.nowrongdoor.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class WireNameTest {

    private enum State {
        IN_PROGRESS,
        FAILED
    }

    @Test
    void snakeCaseKeepsTheUnderscore() {
        assertEquals("in_progress", WireName.snakeCase(State.IN_PROGRESS));
    }

    @Test
    void kebabCaseHasHyphens() {
        assertEquals(List.of("in-progress", "failed"), WireName.listKebabCase(State.values()));
    }

    @Test
    void theLanguageOfTheHostDoesNotMatter() {
        var before = Locale.getDefault();
        try {
            // Turkish makes a dotless i of I.
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertEquals("in-progress", WireName.kebabCase(State.IN_PROGRESS));
            assertEquals("failed", WireName.snakeCase(State.FAILED));
        } finally {
            Locale.setDefault(before);
        }
    }
}
