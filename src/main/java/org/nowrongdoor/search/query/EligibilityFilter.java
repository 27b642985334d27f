package org.nowrongdoor.search.query;

import org.jspecify.annotations.Nullable;
import org.nowrongdoor.eligibility.evaluate.ClientProfile;
import org.nowrongdoor.search.index.ClauseRegistry;
import org.nowrongdoor.search.model.StoredService;

/** Removes the services with a clause that the client fails.
 *  @param failing the services with such a clause */
public record EligibilityFilter(Criterion failing) implements Filter {

    /** The name under which {@code left_out} counts what it removed. */
    public static final String NAME = "eligibility";

    /** The filter for a client; null for one of whom nothing is said. */
    static @Nullable EligibilityFilter of(ClientProfile client, ClauseRegistry clauses) {
        if (client.saysNothing()) {
            return null;
        }
        var failed = clauses.failed(client);
        return new EligibilityFilter(failed.isEmpty() ? Criterion.NONE : new Criterion.HasClause(failed));
    }

    @Override
    public String by() {
        return NAME;
    }

    /** No rule has to be met for certain: one that may still be met stays open. */
    @Override
    public Criterion certain() {
        return Criterion.NONE;
    }

    @Override
    public boolean isUnknownFor(StoredService service) {
        return false;
    }
}
