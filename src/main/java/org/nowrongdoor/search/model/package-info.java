/** Requests, hits and pages of a search.
 *
 *  <p>May import: directory.contact, directory.disclosure, directory.hours, directory.record, directory.vetting,
 *  eligibility.explain, eligibility.rule, http.record, problem. */
@NullMarked
package org.nowrongdoor.search.model;

import org.jspecify.annotations.NullMarked;
