package org.nowrongdoor.search.understanding;

import java.util.Set;
import java.util.UUID;

/** An organisation of this directory by one of its names.
 *  @param key the name that it was found by
 *  @param successors services that took over from one of its own that is closed */
public record NamedOrganization(String key, UUID id, String name, Set<UUID> successors) {}
