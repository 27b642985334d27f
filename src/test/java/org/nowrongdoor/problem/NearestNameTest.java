package org.nowrongdoor.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NearestNameTest {

    private static final List<String> KNOWN = List.of("needs", "per_page", "page", "postal_code", "q");

    @Test
    void aSlipFindsTheNameThatWasMeant() {
        assertEquals(Optional.of("needs"), NearestName.nearest("nedes", KNOWN));
        assertEquals(Optional.of("per_page"), NearestName.nearest("perPage", KNOWN));
        assertEquals(Optional.of("postal_code"), NearestName.nearest("postal-code", KNOWN));
    }

    @Test
    void aNameUnlikeAnyOtherFindsNone() {
        assertEquals(Optional.empty(), NearestName.nearest("zzzzzz", KNOWN));
        assertEquals(Optional.empty(), NearestName.nearest("n".repeat(10_000), KNOWN));
        assertEquals("", NearestName.hint("", KNOWN));
    }
}
