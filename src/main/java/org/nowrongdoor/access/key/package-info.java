/** API keys and the tokens of staff.
 *
 *  <p>May import: access.audit, access.caller, problem. */
@NullMarked
package org.nowrongdoor.access.key;

import org.jspecify.annotations.NullMarked;
