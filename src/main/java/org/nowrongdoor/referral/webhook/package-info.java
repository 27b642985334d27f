@NullMarked
package org.nowrongdoor.referral.webhook;

import org.jspecify.annotations.NullMarked;
