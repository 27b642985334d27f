/** The server below the endpoints: admission, timeouts, limits and headers. */
@NullMarked
package org.nowrongdoor.http.server;

import org.jspecify.annotations.NullMarked;
