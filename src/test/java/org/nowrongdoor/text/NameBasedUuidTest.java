package org.nowrongdoor.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class NameBasedUuidTest {

    private static final UUID DNS = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

    @Test
    void itIsThatOfTheRfc() {
        // RFC 9562, A.4
        assertEquals(UUID.fromString("2ed6657d-e927-568b-95e1-2665a8aea6a2"), NameBasedUuid.of(DNS, "www.example.com"));
    }

    @Test
    void itSaysThatItIsOfVersionFive() {
        var id = NameBasedUuid.of(DNS, "ñandú");
        assertEquals(5, id.version());
        assertEquals(2, id.variant());
    }

    @Test
    void anotherNamespaceGivesAnotherOne() {
        assertNotEquals(NameBasedUuid.of(DNS, "a"), NameBasedUuid.of(new UUID(0, 1), "a"));
    }
}
