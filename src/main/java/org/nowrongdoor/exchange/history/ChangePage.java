package org.nowrongdoor.exchange.history;

import java.util.List;
import org.nowrongdoor.storage.Change;

/** A stretch of the change feed.
 *  @param next what {@code after} must be to read on
 *  @param more whether there is more already */
public record ChangePage(List<Change> changes, long next, boolean more) {}
