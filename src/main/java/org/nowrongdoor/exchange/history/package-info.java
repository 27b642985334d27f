/** What changed: the history of a record and the change feed.
 *
 *  <p>May import: directory.query, directory.record, problem, storage, text. */
@NullMarked
package org.nowrongdoor.exchange.history;

import org.jspecify.annotations.NullMarked;
