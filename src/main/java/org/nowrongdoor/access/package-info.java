/** Who calls and what they may do: endpoints and their scopes, credentials, limits, the access log.
 *
 *  <p>May import: access.caller, access.key, http.parameter, http.request, http.server, problem. */
@NullMarked
package org.nowrongdoor.access;

import org.jspecify.annotations.NullMarked;
