/** The search API and its answers.
 *
 *  <p>May import: directory.record, eligibility.evaluate, eligibility.explain, eligibility.rule, http.parameter,
 *  http.record, problem, region, search.collect, search.engine, search.format, search.index, search.lucene,
 *  search.model, search.place, search.query, taxonomy, taxonomy.recognition. */
@NullMarked
package org.nowrongdoor.search;

import org.jspecify.annotations.NullMarked;
