/** Removal of what a record said from every place where it may lie.
 *
 *  <p>May import: directory.record, exchange.row, storage. */
@NullMarked
package org.nowrongdoor.exchange.removal;

import org.jspecify.annotations.NullMarked;
