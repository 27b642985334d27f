/** Counts of what became of referrals, with small cells hidden. */
@NullMarked
package org.nowrongdoor.referral.outcome;

import org.jspecify.annotations.NullMarked;
