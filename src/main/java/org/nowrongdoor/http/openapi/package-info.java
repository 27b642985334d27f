/** Additions to the OpenAPI document that annotations cannot say. */
@NullMarked
package org.nowrongdoor.http.openapi;

import org.jspecify.annotations.NullMarked;
