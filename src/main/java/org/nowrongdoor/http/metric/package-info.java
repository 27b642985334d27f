/** What an operator may count: meters, the page that tells them, and the port that may serve it.
 *
 *  <p>May import: http.server. */
@NullMarked
package org.nowrongdoor.http.metric;

import org.jspecify.annotations.NullMarked;
