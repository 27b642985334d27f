package org.nowrongdoor.directory.query;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.http.record.PageParameters;

/** What can be asked of the list of services at places. In the URL, or at the POST twin in the body. */
public record ServiceAtLocationParameters(
        @QueryParam("search") @Size(max = 500, message = "must be at most 500 letters") @Nullable String search,

        @QueryParam("page") @Min(value = 1, message = PageParameters.PAGE_BOUND) @Nullable Integer page,

        @QueryParam("per_page")
        @Min(value = 1, message = PageParameters.PER_PAGE_BOUND) @Max(value = PageParameters.MOST_PER_PAGE, message = PageParameters.PER_PAGE_BOUND) @Nullable Integer perPage,

        @QueryParam("format") @Nullable String format,
        @QueryParam("taxonomy_term_id") @Nullable UUID taxonomyTermId,
        @QueryParam("taxonomy_id") @Nullable UUID taxonomyId,
        @QueryParam("organization_id") @Nullable UUID organizationId,

        @QueryParam("modified_after") @Size(max = 40, message = "must be a time such as 2026-08-01T12:00:00Z") @Nullable String modifiedAfter,

        @QueryParam("kind") @Nullable String kind,
        @QueryParam("minimal") @Nullable Boolean minimal,
        @QueryParam("full") @Nullable Boolean full,

        @QueryParam("postcode") @Size(max = 20, message = "must be at most 20 letters") @Nullable String postcode,

        @QueryParam("proximity")
        @Min(value = 1, message = ProximityFilter.BOUND) @Max(value = ProximityFilter.MOST_METRES, message = ProximityFilter.BOUND) @Nullable Integer proximity)
        implements ServiceCriteria {}
