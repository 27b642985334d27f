/** What changed: the history of a record and the change feed. */
@NullMarked
package org.nowrongdoor.exchange.history;

import org.jspecify.annotations.NullMarked;
