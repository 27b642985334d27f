/** Searches over either engine: predicates, ranking and one query per part.
 *
 *  <p>May import: http.record, region, search.index, search.lucene, search.model, search.place, search.query,
 *  taxonomy.recognition. */
@NullMarked
package org.nowrongdoor.search.engine;

import org.jspecify.annotations.NullMarked;
