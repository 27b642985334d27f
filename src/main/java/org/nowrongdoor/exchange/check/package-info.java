/** Checks of one record before it is stored.
 *
 *  <p>May import: access.audit, directory, directory.record, exchange.row, http.parameter, problem, region,
 *  storage, text. */
@NullMarked
package org.nowrongdoor.exchange.check;

import org.jspecify.annotations.NullMarked;
