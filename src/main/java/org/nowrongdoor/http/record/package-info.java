/** Responses that hold records: pages, tags, formats and streams.
 *
 *  <p>May import: http.parameter, http.request, http.server, storage. */
@NullMarked
package org.nowrongdoor.http.record;

import org.jspecify.annotations.NullMarked;
