/** Answers as text, CSV and GeoJSON, and their words in English and Spanish.
 *
 *  <p>May import: directory.disclosure, directory.record, eligibility.evaluate, eligibility.explain, eligibility.rule,
 *  problem, region, search.index, search.model, search.query, taxonomy, taxonomy.language, text. */
@NullMarked
package org.nowrongdoor.search.format;

import org.jspecify.annotations.NullMarked;
