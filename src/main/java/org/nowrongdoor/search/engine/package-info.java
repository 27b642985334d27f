/** Searches over either engine: predicates, ranking and one query per part.
 *
 *  <p>May import: http.record, problem, region, search.index, search.lucene, search.model, search.place,
 *  search.query, search.understanding, search.withheld, taxonomy.recognition, text. */
@NullMarked
package org.nowrongdoor.search.engine;

import org.jspecify.annotations.NullMarked;
