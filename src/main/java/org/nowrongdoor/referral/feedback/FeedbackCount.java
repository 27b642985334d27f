package org.nowrongdoor.referral.feedback;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nowrongdoor.referral.state.FeedbackCode;

/** How often one thing was said of a service, in steps of eleven. */
@Schema(name = "FeedbackCount")
public record FeedbackCount(FeedbackCode code, long count) {}
