/** Places in the words of a query. */
@NullMarked
package org.nowrongdoor.search.place;

import org.jspecify.annotations.NullMarked;
