/** The search API and its answers.
 *
 *  <p>May import: access.caller, directory.disclosure, directory.law, directory.record, directory.verification,
 *  directory.vetting, eligibility.evaluate, eligibility.explain, eligibility.rule, http.parameter, http.record,
 *  http.request, http.server, problem, region, search.collect, search.engine, search.format, search.index,
 *  search.indexer, search.lucene, search.model, search.place, search.query, search.withheld, storage, taxonomy,
 *  taxonomy.recognition, text. */
@NullMarked
package org.nowrongdoor.search;

import org.jspecify.annotations.NullMarked;
