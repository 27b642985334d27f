/** One request below the endpoints: the route it asks for, and how long there is work for it.
 *
 *  <p>May import: problem. */
@NullMarked
package org.nowrongdoor.http.request;

import org.jspecify.annotations.NullMarked;
