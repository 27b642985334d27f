/** The server below the endpoints: admission, timeouts, limits and headers.
 *
 *  <p>May import: http.request, problem. */
@NullMarked
package org.nowrongdoor.http.server;

import org.jspecify.annotations.NullMarked;
