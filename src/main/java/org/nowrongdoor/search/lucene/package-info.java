/** Queries, matchers and per-segment caches for a local Lucene index.
 *
 *  <p>May import: problem, region, search.index, search.query, search.withheld. */
@NullMarked
package org.nowrongdoor.search.lucene;

import org.jspecify.annotations.NullMarked;
