package org.nowrongdoor.storage;

import java.util.Collection;
import java.util.UUID;

/** Records of which less may be told than before.
 *  @param services services themselves, also those that are gone
 *  @param organizations whose services tell less
 *  @param locations the services at which tell less */
public record ToldLess(Collection<UUID> services, Collection<UUID> organizations, Collection<UUID> locations) {

    boolean isEmpty() {
        return services.isEmpty() && organizations.isEmpty() && locations.isEmpty();
    }
}
