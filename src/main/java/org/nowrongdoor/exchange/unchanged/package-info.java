/** Rows of files that are known to say what is stored, by digests of what was sent.
 *
 *  <p>May import: access.caller, exchange.row, storage. */
@NullMarked
package org.nowrongdoor.exchange.unchanged;

import org.jspecify.annotations.NullMarked;
