@NullMarked
package org.nowrongdoor.search;

import org.jspecify.annotations.NullMarked;
