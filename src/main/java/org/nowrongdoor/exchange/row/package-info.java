/** Rows as the store holds them, and findings about them. */
@NullMarked
package org.nowrongdoor.exchange.row;

import org.jspecify.annotations.NullMarked;
