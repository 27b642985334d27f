/** Searches over either engine: predicates, ranking and one query per part. */
@NullMarked
package org.nowrongdoor.search.engine;

import org.jspecify.annotations.NullMarked;
