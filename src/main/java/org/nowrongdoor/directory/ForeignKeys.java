package org.nowrongdoor.directory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rule of the official examples: where a record is nested, no key repeats it. */
final class ForeignKeys {

    private ForeignKeys() {}

    /** Takes the organisation's key from the place of a service at a location, where the answer shows that one. */
    static void dropOrganization(ObjectNode serviceAtLocation, @Nullable UUID shown) {
        if (shown != null
                && serviceAtLocation.get("location") instanceof ObjectNode location
                && shown.toString().equals(location.path("organization_id").textValue())) {
            location.remove("organization_id");
        }
    }
}
