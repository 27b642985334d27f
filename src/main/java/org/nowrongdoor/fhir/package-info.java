/** The directory and referrals as FHIR R4.
 *
 *  <p>May import: directory, directory.contact, directory.disclosure, directory.query, directory.record, eligibility.rule,
 *  http.parameter, http.record, http.request, http.server, problem, referral, referral.state, region, taxonomy. */
@NullMarked
package org.nowrongdoor.fhir;

import org.jspecify.annotations.NullMarked;
