/** Parameters and bodies: reading, bounds and refusals.
 *
 *  <p>May import: http.server, problem, text. */
@NullMarked
package org.nowrongdoor.http.parameter;

import org.jspecify.annotations.NullMarked;
