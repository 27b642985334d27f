/** Sending a referral and moving it through its states.
 *
 *  <p>May import: access, access.audit, access.caller, directory.disclosure, directory.record, eligibility.evaluate, eligibility.explain,
 *  eligibility.rule, http.record, http.server, problem, referral.person, referral.state, search, search.model,
 *  storage. */
@NullMarked
package org.nowrongdoor.referral;

import org.jspecify.annotations.NullMarked;
