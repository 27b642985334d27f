/** Checks of one record before it is stored. */
@NullMarked
package org.nowrongdoor.exchange.check;

import org.jspecify.annotations.NullMarked;
