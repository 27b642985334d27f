package org.nowrongdoor.referral.state;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.http.record.ListParameters;
import org.nowrongdoor.http.record.PageParameters;

/** What can be asked of the list of referrals. */
public record ReferralParameters(
        @Parameter(description = "Only those in this state", example = "requested") @QueryParam("status") @Nullable String status,

        @Parameter(description = "Only those to this service", example = "ac148810-d857-441c-9679-408f346de14b")
        @QueryParam("service_id")
        @Nullable UUID serviceId,

        @Parameter(description = "Which page, from 1; one beyond the end is empty", example = "1")
        @QueryParam("page")
        @Min(value = 1, message = PageParameters.PAGE_BOUND) @Nullable Integer page,

        @Parameter(description = "How many a page holds, 1 to 500; 25 by default", example = "25")
        @QueryParam("per_page")
        @Min(value = 1, message = PageParameters.PER_PAGE_BOUND) @Max(value = PageParameters.MOST_PER_PAGE, message = PageParameters.PER_PAGE_BOUND) @Nullable Integer perPage)
        implements ListParameters {

    @Override
    public @Nullable String format() {
        return null;
    }
}
