package org.nowrongdoor.search.indexer;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Up once the index has caught up with the change log as it was found at start, for as long as it keeps up with edits. */
@Readiness
class IndexHealthCheck implements HealthCheck {

    private final Indexer indexer;

    IndexHealthCheck(Indexer indexer) {
        this.indexer = indexer;
    }

    @Override
    public HealthCheckResponse call() {
        var check = HealthCheckResponse.named("search index");
        var complaint = indexer.complaint();
        complaint.ifPresent(reason -> check.withData("reason", reason));
        return check.status(complaint.isEmpty()).build();
    }
}
