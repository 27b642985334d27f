/** Hits and next steps collected in one pass over a local Lucene index.
 *
 *  <p>May import: search.engine, search.index, search.lucene, search.model, search.place, search.query,
 *  search.withheld. */
@NullMarked
package org.nowrongdoor.search.collect;

import org.jspecify.annotations.NullMarked;
