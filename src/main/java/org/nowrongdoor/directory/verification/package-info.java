/** Checks of records: how long one holds, who made it, and what is due.
 *
 *  <p>May import: access.caller, directory.record, http.parameter, problem, storage, taxonomy, text. */
@NullMarked
package org.nowrongdoor.directory.verification;

import org.jspecify.annotations.NullMarked;
