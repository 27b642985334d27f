/** Queries, matchers and per-segment caches for a local Lucene index. */
@NullMarked
package org.nowrongdoor.search.lucene;

import org.jspecify.annotations.NullMarked;
