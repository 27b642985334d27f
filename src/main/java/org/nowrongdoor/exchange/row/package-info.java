/** Rows as the store holds them, and findings about them.
 *
 *  <p>May import: directory.record, problem, storage, taxonomy, text. */
@NullMarked
package org.nowrongdoor.exchange.row;

import org.jspecify.annotations.NullMarked;
