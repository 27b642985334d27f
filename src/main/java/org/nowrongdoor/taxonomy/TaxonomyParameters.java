package org.nowrongdoor.taxonomy;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.http.record.ListParameters;
import org.nowrongdoor.http.record.PageParameters;

/** What can be asked of the list of taxonomies. In the URL, or at the POST twin in the body. */
public record TaxonomyParameters(
        @QueryParam("search") @Size(max = 500, message = "must be at most 500 letters") @Nullable String search,

        @QueryParam("page") @Min(value = 1, message = PageParameters.PAGE_BOUND) @Nullable Integer page,

        @QueryParam("per_page")
        @Min(value = 1, message = PageParameters.PER_PAGE_BOUND) @Max(value = PageParameters.MOST_PER_PAGE, message = PageParameters.PER_PAGE_BOUND) @Nullable Integer perPage,

        @QueryParam("format") @Nullable String format)
        implements ListParameters {}
