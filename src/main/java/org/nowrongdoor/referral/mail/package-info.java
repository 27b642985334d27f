/** Referral notices by mail.
 *
 *  <p>May import: mail, referral. */
@NullMarked
package org.nowrongdoor.referral.mail;

import org.jspecify.annotations.NullMarked;
