package org.nowrongdoor.referral.state;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Another door to try, in the fewest words. */
@Schema(name = "AlternativeService")
public record Alternative(UUID id, String name) {}
