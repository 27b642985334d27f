package org.nowrongdoor.drill.model;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A server of its own: other tests count terms and changes. */
public final class ModelProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("directory.access.anonymous-per-minute", "1000004");
    }
}
