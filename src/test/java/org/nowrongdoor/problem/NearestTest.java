package org.nowrongdoor.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NearestTest {

    private static final List<String> KNOWN = List.of("needs", "per_page", "page", "postal_code", "q");

    @Test
    void aSlipFindsTheNameThatWasMeant() {
        assertEquals(Optional.of("needs"), Nearest.nearest("nedes", KNOWN));
        assertEquals(Optional.of("per_page"), Nearest.nearest("perPage", KNOWN));
        assertEquals(Optional.of("postal_code"), Nearest.nearest("postal-code", KNOWN));
    }

    @Test
    void aNameUnlikeAnyOtherFindsNone() {
        assertEquals(Optional.empty(), Nearest.nearest("zzzzzz", KNOWN));
        assertEquals(Optional.empty(), Nearest.nearest("n".repeat(10_000), KNOWN));
        assertEquals("", Nearest.hint("", KNOWN));
    }
}
