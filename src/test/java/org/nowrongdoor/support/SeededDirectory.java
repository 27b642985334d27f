package org.nowrongdoor.support;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A directory that holds the seed data, as a newcomer finds it. */
public class SeededDirectory implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("directory.seed.on-start", "true");
    }
}
