/** What clients say of a service afterwards, as counts alone.
 *
 *  <p>May import: access, http.parameter, problem, referral.person, referral.state, search, storage. */
@NullMarked
package org.nowrongdoor.referral.feedback;

import org.jspecify.annotations.NullMarked;
