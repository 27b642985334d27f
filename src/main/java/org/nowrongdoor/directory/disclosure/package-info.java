/** What is told before contact: disclosures, conditions, cost, who leads it and how it wants to be reached.
 *
 *  <p>May import: directory.record, eligibility.rule, http.record. */
@NullMarked
package org.nowrongdoor.directory.disclosure;

import org.jspecify.annotations.NullMarked;
