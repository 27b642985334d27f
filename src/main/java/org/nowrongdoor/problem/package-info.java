@NullMarked
package org.nowrongdoor.problem;

import org.jspecify.annotations.NullMarked;
