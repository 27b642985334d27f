package org.nowrongdoor.search.index;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Up once the index has caught up with the change log as it was found at start. */
@Readiness
class IndexHealthCheck implements HealthCheck {

    private final Indexer indexer;

    IndexHealthCheck(Indexer indexer) {
        this.indexer = indexer;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("search index").status(indexer.ready()).build();
    }
}
