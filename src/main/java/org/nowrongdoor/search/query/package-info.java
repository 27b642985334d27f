/** A request read into a query: words, filters, needs and criteria.
 *
 *  <p>May import: access.caller, directory.partner, eligibility.evaluate, eligibility.rule, problem, region, search.index, search.model,
 *  search.place, search.understanding, taxonomy, taxonomy.language, taxonomy.recognition, text. */
@NullMarked
package org.nowrongdoor.search.query;

import org.jspecify.annotations.NullMarked;
