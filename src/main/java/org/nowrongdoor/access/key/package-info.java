/** API keys and the tokens of staff. */
@NullMarked
package org.nowrongdoor.access.key;

import org.jspecify.annotations.NullMarked;
