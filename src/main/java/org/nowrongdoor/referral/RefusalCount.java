package org.nowrongdoor.referral;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nowrongdoor.referral.state.RefusalReason;

/** How often a service said that a refusal came from one thing; never fewer than eleven. */
@Schema(name = "RefusalCount")
public record RefusalCount(RefusalReason because, long count) {}
