/** Webhooks after Standard Webhooks: subscriptions, deliveries, signatures.
 *
 *  <p>May import: access.audit, access.caller, http.parameter, problem, storage. */
@NullMarked
package org.nowrongdoor.referral.webhook;

import org.jspecify.annotations.NullMarked;
