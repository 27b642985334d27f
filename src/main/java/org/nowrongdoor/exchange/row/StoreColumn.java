package org.nowrongdoor.exchange.row;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A column besides id, last_modified and body, and what a row has there.
 *  @param type the SQL type that its text is cast to */
public record StoreColumn(String name, String type, Function<TrackedRow, @Nullable String> value) {}
