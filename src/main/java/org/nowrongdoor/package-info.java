/** The process: a database first, then the server on it. */
@NullMarked
package org.nowrongdoor;

import org.jspecify.annotations.NullMarked;
