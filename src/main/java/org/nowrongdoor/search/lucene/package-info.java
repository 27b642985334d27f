/** Queries, matchers and per-segment caches for a local Lucene index.
 *
 *  <p>May import: region, search.index, search.query. */
@NullMarked
package org.nowrongdoor.search.lucene;

import org.jspecify.annotations.NullMarked;
