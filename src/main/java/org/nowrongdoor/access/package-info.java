/** Who calls and what they may do: endpoints and their scopes, credentials, limits, the access log. */
@NullMarked
package org.nowrongdoor.access;

import org.jspecify.annotations.NullMarked;
