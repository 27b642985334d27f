@NullMarked
package org.nowrongdoor;

import org.jspecify.annotations.NullMarked;
