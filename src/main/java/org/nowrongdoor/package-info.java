/** The process: a database first, then the server on it.
 *
 *  <p>May import: region, storage.postgres. */
@NullMarked
package org.nowrongdoor;

import org.jspecify.annotations.NullMarked;
