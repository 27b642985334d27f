package org.nowrongdoor.exchange.upload;

import java.util.UUID;

/** Where an uploaded file lies until its import has ended, and how it is read.
 *  @param name of the file in the folder of uploads
 *  @param key without which it cannot be read; kept nowhere next to it
 *  @param from the first byte of what counts
 *  @param to the byte after its last */
@SuppressWarnings("ArrayRecordComponent")
public record StagedFile(UUID name, byte[] key, long from, long to) {}
