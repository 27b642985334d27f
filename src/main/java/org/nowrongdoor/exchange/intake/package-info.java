/** The ingest pipeline that edits and imports share, from a record to stored rows. */
@NullMarked
package org.nowrongdoor.exchange.intake;

import org.jspecify.annotations.NullMarked;
