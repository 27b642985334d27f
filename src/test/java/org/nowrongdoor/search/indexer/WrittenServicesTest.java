package org.nowrongdoor.search.indexer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which services are not written once more. */
class WrittenServicesTest {

    private static final UUID SHELTER = new UUID(0, 1);
    private static final UUID CLINIC = new UUID(0, 2);

    private final WrittenServices written = new WrittenServices();

    @Test
    void whatWasReadAfterAChangeCouldBeSeenIsNotWrittenForIt() {
        written.begin(0, 100);
        written.add(List.of(SHELTER));
        assertEquals(List.of(CLINIC), written.without(List.of(SHELTER, CLINIC), 100));
        written.begin(50, 200);
        assertEquals(List.of(CLINIC), written.without(List.of(SHELTER, CLINIC), 100));
    }

    @Test
    void aLaterChangeIsWritten() {
        written.begin(0, 100);
        written.add(List.of(SHELTER));
        assertEquals(List.of(SHELTER), written.without(List.of(SHELTER), 101));
        written.begin(100, 200);
        assertEquals(List.of(SHELTER), written.without(List.of(SHELTER), 150));
    }

    @Test
    void nothingIsLeftOutOnceItIsForgotten() {
        written.begin(0, 100);
        written.add(List.of(SHELTER));
        written.forget();
        written.add(List.of(SHELTER));
        assertEquals(List.of(SHELTER), written.without(List.of(SHELTER), 1));
        written.begin(0, 100);
        assertEquals(List.of(SHELTER), written.without(List.of(SHELTER), 1));
    }
}
