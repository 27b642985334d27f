/** Counts of what became of referrals, with small cells hidden.
 *
 *  <p>May import: access.caller, http.parameter, referral, referral.state, search, search.model, storage. */
@NullMarked
package org.nowrongdoor.referral.outcome;

import org.jspecify.annotations.NullMarked;
