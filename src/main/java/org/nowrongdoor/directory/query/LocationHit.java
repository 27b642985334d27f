package org.nowrongdoor.directory.query;

import java.util.UUID;
import org.nowrongdoor.http.record.RenderedRecord;

/** A public place that was found.
 *  @param metres how far from what was asked for; 0 where nothing was */
public record LocationHit(UUID id, RenderedRecord shown, double metres) {}
