/** The read API of HSDS: resources, views and the one cut through which a record leaves.
 *
 *  <p>May import: directory.contact, directory.disclosure, directory.query, directory.record, directory.store,
 *  eligibility.rule, http.parameter, http.record, http.server, problem, storage, taxonomy, text. */
@NullMarked
package org.nowrongdoor.directory;

import org.jspecify.annotations.NullMarked;
