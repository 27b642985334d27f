package org.nowrongdoor.search.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** A stay is found by any number of days that it allows, and by no longer one. */
class StayTokensTest {

    @Test
    void everyStayReachesExactlyAsFarAsItSays() {
        for (var stated = 0; stated <= 400; stated += 7) {
            var tokens = StayTokens.of(IntNode.valueOf(stated));
            for (var asked = 0; asked <= 400; asked++) {
                assertEquals(
                        asked <= stated,
                        !Collections.disjoint(tokens, StayTokens.reaching(String.valueOf(asked))),
                        asked + " of " + stated);
            }
        }
    }

    @Test
    void noLimitReachesEverythingAndAStayFromBelowLeavesMoreOpen() {
        var endless = TextNode.valueOf("no_limit");
        assertFalse(Collections.disjoint(StayTokens.of(endless), StayTokens.reaching("9000")));
        assertFalse(Collections.disjoint(StayTokens.of(endless), StayTokens.reaching("no_limit")));
        var fromBelow = JsonNodeFactory.instance.objectNode().put("at_least", 90);
        assertFalse(Collections.disjoint(StayTokens.of(fromBelow), StayTokens.reaching("90")));
        assertTrue(Collections.disjoint(StayTokens.of(fromBelow), StayTokens.reaching("91")));
        assertTrue(StayTokens.isOpen(fromBelow, "91") && !StayTokens.isOpen(fromBelow, "90"));
        assertTrue(StayTokens.isOpen(fromBelow, "no_limit") && !StayTokens.isOpen(endless, "1"));
        assertFalse(StayTokens.of(fromBelow).contains("max_stay_days"));
    }
}
