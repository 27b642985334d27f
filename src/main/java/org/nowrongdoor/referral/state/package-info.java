/** Referrals, their states and who may change them.
 *
 *  <p>May import: access.audit, access.caller, http.parameter, http.record, problem, storage, text. */
@NullMarked
package org.nowrongdoor.referral.state;

import org.jspecify.annotations.NullMarked;
