/** The index: fields, documents, and the indexer that follows the change log.
 *
 *  <p>May import: directory.contact, directory.disclosure, directory.hours, directory.record, directory.store,
 *  eligibility.evaluate, eligibility.rule, problem, region, search.analysis, search.model, storage, taxonomy,
 *  taxonomy.language, text. */
@NullMarked
package org.nowrongdoor.search.index;

import org.jspecify.annotations.NullMarked;
