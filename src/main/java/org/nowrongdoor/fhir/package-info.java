/** The directory and referrals as FHIR R4.
 *
 *  <p>May import: directory, directory.query, http.parameter, http.record, http.server, problem, referral,
 *  referral.state, region, taxonomy. */
@NullMarked
package org.nowrongdoor.fhir;

import org.jspecify.annotations.NullMarked;
