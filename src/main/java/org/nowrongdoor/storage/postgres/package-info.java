/** The embedded PostgreSQL: unpacking, starting, watching and stopping it. */
@NullMarked
package org.nowrongdoor.storage.postgres;

import org.jspecify.annotations.NullMarked;
