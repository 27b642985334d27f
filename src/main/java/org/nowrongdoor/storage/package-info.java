/** The change log, leases, the clock and what SQL needs.
 *
 *  <p>May import: text. */
@NullMarked
package org.nowrongdoor.storage;

import org.jspecify.annotations.NullMarked;
