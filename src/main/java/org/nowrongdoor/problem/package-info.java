/** Problem details of RFC 9457, and the nearest known name to what was sent.
 *
 *  <p>May import: text. */
@NullMarked
package org.nowrongdoor.problem;

import org.jspecify.annotations.NullMarked;
