@NullMarked
package org.nowrongdoor.access;

import org.jspecify.annotations.NullMarked;
