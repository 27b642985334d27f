package org.nowrongdoor.search;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Up once the first search has to wait for nothing that is read once. */
@Readiness
class WarmUpHealthCheck implements HealthCheck {

    private final SearchWarmUpJob warmUp;

    WarmUpHealthCheck(SearchWarmUpJob warmUp) {
        this.warmUp = warmUp;
    }

    @Override
    public HealthCheckResponse call() {
        var check = HealthCheckResponse.named("searches");
        if (!warmUp.isOver()) {
            check.withData("reason", "the first searches would have to wait: words and names are being read");
        }
        return check.status(warmUp.isOver()).build();
    }
}
