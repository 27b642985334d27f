package org.nowrongdoor.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.Json.json;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The judge of our FHIR judges at all. */
class StrictFhirTest {

    @Test
    void whatTheStandardAllowsPasses() {
        assertEquals(
                List.of(),
                StrictFhir.faults(json("{'resourceType': 'Organization', 'active': true, 'name': 'Open House'}")));
    }

    @Test
    void whatBreaksAnInvariantDoesNot() {
        // org-1: an organisation has a name or an identifier.
        var faults = StrictFhir.faults(json("{'resourceType': 'Organization', 'active': true}"));
        assertTrue(faults.toString().contains("org-1"), faults.toString());
    }
}
