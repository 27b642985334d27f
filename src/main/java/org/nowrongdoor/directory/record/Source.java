package org.nowrongdoor.directory.record;

import org.jspecify.annotations.Nullable;
import org.nowrongdoor.http.record.HsdsShape;

/** Where what a record says was read. */
@HsdsShape
public record Source(
        @Nullable String url,
        @Nullable String kind,
        @Nullable String note) {}
