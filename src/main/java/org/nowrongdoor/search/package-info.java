/** The search API and its answers. */
@NullMarked
package org.nowrongdoor.search;

import org.jspecify.annotations.NullMarked;
