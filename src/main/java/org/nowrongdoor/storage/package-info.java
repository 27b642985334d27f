/** The change log, leases, the clock and what SQL needs. */
@NullMarked
package org.nowrongdoor.storage;

import org.jspecify.annotations.NullMarked;
