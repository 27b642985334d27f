/** Imports of files: readers, jobs, faults and totals.
 *
 *  <p>May import: access.audit, access.caller, exchange.check, exchange.intake, exchange.row,
 *  exchange.unchanged, exchange.upload, problem, storage,
 *  text. */
@NullMarked
package org.nowrongdoor.exchange.imports;

import org.jspecify.annotations.NullMarked;
