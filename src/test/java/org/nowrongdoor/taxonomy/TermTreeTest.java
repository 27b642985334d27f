package org.nowrongdoor.taxonomy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TermTreeTest {

    private final TermTree tree = TermTree.packaged();

    @Test
    void aTermIncludesItsDescendants() {
        assertEquals(Set.of("health.sexual", "health.sti_test", "health.prep"), tree.withDescendants("health.sexual"));
        assertTrue(tree.withDescendants("health").contains("health.sti_test"));
        assertEquals(Set.of("nobody"), tree.withDescendants("nobody"));
    }

    @Test
    void aTermKnowsWhatItLiesUnder() {
        assertEquals(Set.of("health.sti_test", "health.sexual", "health"), tree.withAncestors("health.sti_test"));
    }

    @Test
    void everyTermHasBothLabelsAndAParentThatIsThere() {
        for (var term : tree.list()) {
            assertFalse(term.labelEn().isBlank(), term.code());
            assertFalse(term.labelEs().isBlank(), term.code());
            assertTrue(term.parentCode() == null || tree.find(term.parentCode()).isPresent(), term.code());
        }
        assertEquals("Refugio de emergencia", tree.label("shelter.emergency", "es"));
    }

    @Test
    void tipLinesAndLawsAreNoHelp() {
        assertFalse(tree.find("hotline.report").orElseThrow().isHelp());
        assertFalse(tree.find("res.law").orElseThrow().isHelp());
        assertTrue(tree.find("hotline.crisis").orElseThrow().isHelp());
    }

    @Test
    void anIdIsMadeFromTheCodeAndStaysTheSame() {
        var id = TermIds.of("shelter.emergency");
        assertEquals(UUID.fromString("ed9d0ad3-2067-574a-a2b2-bdac31853885"), id);
        assertEquals(5, id.version());
        assertEquals(2, id.variant());
        assertEquals("shelter.emergency", tree.find(id).orElseThrow().code());
    }
}
