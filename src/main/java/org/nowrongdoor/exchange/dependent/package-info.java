/** Upserts of records that show others which changed.
 *
 *  <p>May import: directory.store, problem, storage. */
@NullMarked
package org.nowrongdoor.exchange.dependent;

import org.jspecify.annotations.NullMarked;
