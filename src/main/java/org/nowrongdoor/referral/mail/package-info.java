/** Referral notices by mail. */
@NullMarked
package org.nowrongdoor.referral.mail;

import org.jspecify.annotations.NullMarked;
