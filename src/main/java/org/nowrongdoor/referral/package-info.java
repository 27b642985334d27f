/** Sending a referral and moving it through its states. */
@NullMarked
package org.nowrongdoor.referral;

import org.jspecify.annotations.NullMarked;
