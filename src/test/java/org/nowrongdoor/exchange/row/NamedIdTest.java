package org.nowrongdoor.exchange.row;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class NamedIdTest {

    @Test
    void anIdStaysTheSame() {
        // A record that is imported again must meet the rows that it made before.
        assertEquals(
                UUID.fromString("c04f6a5e-d305-5e8d-b38f-afa34f9549fa"),
                NamedId.of("contact", "9b0b2f0e-6d5a-4a57-9f5b-0d4a3b7b1f11", "maría"));
        assertEquals(UUID.fromString("53aff739-3db6-5fba-973d-f39f22924269"), NamedId.of("a", ""));
    }

    @Test
    void aPartKeepsItsBounds() {
        assertNotEquals(NamedId.of("ab", "c"), NamedId.of("a", "bc"));
        assertNotEquals(NamedId.of("a"), NamedId.of("a", ""));
    }
}
