package org.nowrongdoor.storage;

import java.util.UUID;

/** A service that tells less than it did.
 *  @param token what a document made of it since carries
 *  @param ticket the row of the change log that was written with it */
public record WithheldRow(UUID id, UUID token, long ticket) {}
