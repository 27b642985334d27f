/** Webhooks after Standard Webhooks: subscriptions, deliveries, signatures. */
@NullMarked
package org.nowrongdoor.referral.webhook;

import org.jspecify.annotations.NullMarked;
