/** What a new directory starts with. */
@NullMarked
package org.nowrongdoor.seed;

import org.jspecify.annotations.NullMarked;
