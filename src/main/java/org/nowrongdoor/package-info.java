/** The process: a database first, then the server on it.
 *
 *  <p>May import: http.server, region, storage.postgres. */
@NullMarked
package org.nowrongdoor;

import org.jspecify.annotations.NullMarked;
