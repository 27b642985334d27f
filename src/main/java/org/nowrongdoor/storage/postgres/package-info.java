/** The embedded PostgreSQL: unpacking, starting, watching and stopping it.
 *
 *  <p>May import: storage. */
@NullMarked
package org.nowrongdoor.storage.postgres;

import org.jspecify.annotations.NullMarked;
