/** The embedded PostgreSQL: unpacking, starting, watching and stopping it.
 *
 *  <p>May import: nothing of ours. */
@NullMarked
package org.nowrongdoor.storage.postgres;

import org.jspecify.annotations.NullMarked;
