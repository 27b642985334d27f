/** The change log, leases, the clock and what SQL needs.
 *
 *  <p>May import: problem, text. */
@NullMarked
package org.nowrongdoor.storage;

import org.jspecify.annotations.NullMarked;
