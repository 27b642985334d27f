/** The ingest pipeline that edits and imports share, from a record to stored rows.
 *
 *  <p>May import: directory.record, exchange.check, exchange.redaction, exchange.row, http.parameter, storage. */
@NullMarked
package org.nowrongdoor.exchange.intake;

import org.jspecify.annotations.NullMarked;
