/** Additions to the OpenAPI document that annotations cannot say.
 *
 *  <p>May import: http.server, problem. */
@NullMarked
package org.nowrongdoor.http.openapi;

import org.jspecify.annotations.NullMarked;
