/** Handing someone over with consent, and closing the loop without knowing them. */
@NullMarked
package org.nowrongdoor.referral;

import org.jspecify.annotations.NullMarked;
