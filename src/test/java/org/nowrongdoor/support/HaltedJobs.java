package org.nowrongdoor.support;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** No job runs by itself. */
public final class HaltedJobs implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("quarkus.scheduler.start-mode", "halted");
    }
}
