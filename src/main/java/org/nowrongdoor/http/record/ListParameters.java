package org.nowrongdoor.http.record;

import org.jspecify.annotations.Nullable;

/** What can be asked of every list, whatever it holds. */
public interface ListParameters {

    /** From 1; the first when it is not said. */
    @Nullable Integer page();

    /** 1 to {@value PageParameters#MOST_PER_PAGE}; {@value PageParameters#DEFAULT_PER_PAGE} when it is not said. */
    @Nullable Integer perPage();

    /** json or ndjson; what the caller accepts when it is not said. */
    @Nullable String format();
}
