/** The provider's answer, by a link without an account. */
@NullMarked
package org.nowrongdoor.referral.answer;

import org.jspecify.annotations.NullMarked;
