/** The ingest pipeline that edits and imports share, from a record to stored rows.
 *
 *  <p>May import: access.caller, directory.record, exchange.check, exchange.redaction, exchange.removal,
 *  exchange.row, http.parameter, problem, storage,
 *  text. */
@NullMarked
package org.nowrongdoor.exchange.intake;

import org.jspecify.annotations.NullMarked;
