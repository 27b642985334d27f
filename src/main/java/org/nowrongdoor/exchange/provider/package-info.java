/** A provider's own entry, by invitation. */
@NullMarked
package org.nowrongdoor.exchange.provider;

import org.jspecify.annotations.NullMarked;
