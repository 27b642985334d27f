/** Responses that hold records: pages, tags, formats and streams. */
@NullMarked
package org.nowrongdoor.http.record;

import org.jspecify.annotations.NullMarked;
