/** Rows as the store holds them, and findings about them.
 *
 *  <p>May import: directory.record, exchange.text, problem, storage, taxonomy, text. */
@NullMarked
package org.nowrongdoor.exchange.row;

import org.jspecify.annotations.NullMarked;
