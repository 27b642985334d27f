/** Parameters and bodies: reading, bounds and refusals. */
@NullMarked
package org.nowrongdoor.http.parameter;

import org.jspecify.annotations.NullMarked;
