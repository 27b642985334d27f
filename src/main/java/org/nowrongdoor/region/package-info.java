@NullMarked
package org.nowrongdoor.region;

import org.jspecify.annotations.NullMarked;
