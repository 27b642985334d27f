/** Referrals, their states and who may change them. */
@NullMarked
package org.nowrongdoor.referral.state;

import org.jspecify.annotations.NullMarked;
