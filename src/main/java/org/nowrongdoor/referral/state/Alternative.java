package org.nowrongdoor.referral.state;

import java.util.UUID;

/** Another door to try, in the fewest words. */
public record Alternative(UUID id, String name) {}
