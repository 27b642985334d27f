/** What changed: the history of a record and the change feed.
 *
 *  <p>May import: directory, directory.query, directory.record, exchange.correction, http.parameter, http.record,
 *  http.request, problem, storage, text. */
@NullMarked
package org.nowrongdoor.exchange.history;

import org.jspecify.annotations.NullMarked;
