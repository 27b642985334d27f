/** The person of a referral: consent, the vault, codes and links. */
@NullMarked
package org.nowrongdoor.referral.person;

import org.jspecify.annotations.NullMarked;
