package org.nowrongdoor.access.key;

import java.util.UUID;

/** A new key, shown this once.
 *  @param key what goes into {@code Authorization: Bearer} */
public record IssuedKey(UUID id, String key, KeyView about) {}
