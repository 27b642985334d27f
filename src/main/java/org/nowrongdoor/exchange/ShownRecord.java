package org.nowrongdoor.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** A record as {@code GET} shows it.
 *  @param tag its strong entity tag, with quotation marks */
public record ShownRecord(ObjectNode body, String tag, Instant lastModified) {}
