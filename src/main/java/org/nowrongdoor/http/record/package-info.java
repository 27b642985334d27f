/** Responses that hold records: pages, tags, formats and streams.
 *
 *  <p>May import: http.parameter, http.server. */
@NullMarked
package org.nowrongdoor.http.record;

import org.jspecify.annotations.NullMarked;
