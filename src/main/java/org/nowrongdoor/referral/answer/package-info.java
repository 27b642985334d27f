/** The provider's answer, by a link without an account.
 *
 *  <p>May import: http.request, http.server, problem, referral, referral.person, referral.state, region, search,
 *  search.model, text. */
@NullMarked
package org.nowrongdoor.referral.answer;

import org.jspecify.annotations.NullMarked;
