/** The person of a referral: consent, the vault, codes and links.
 *
 *  <p>May import: access.caller, problem, storage. */
@NullMarked
package org.nowrongdoor.referral.person;

import org.jspecify.annotations.NullMarked;
