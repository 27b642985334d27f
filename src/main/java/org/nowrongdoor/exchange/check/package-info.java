/** Checks of one record before it is stored.
 *
 *  <p>May import: access.audit, access.caller, directory, directory.hours, directory.record, exchange.row,
 *  http.parameter, problem, region, storage, taxonomy.language, text. */
@NullMarked
package org.nowrongdoor.exchange.check;

import org.jspecify.annotations.NullMarked;
