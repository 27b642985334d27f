package org.nowrongdoor.referral.state;

import java.util.UUID;

/** Another door to try, in the fewest words. */
public record NextDoor(UUID id, String name) {}
