package org.nowrongdoor.directory.store;

import java.util.UUID;

/** A location where a service is given, as it was read, whatever their policies.
 *  @param isPublic whether the service and the location both are
 *  @param pair the record of the service at the location
 *  @param location the record of the location */
public record ServiceSiteRow(UUID serviceId, boolean isPublic, String pair, String location) {}
