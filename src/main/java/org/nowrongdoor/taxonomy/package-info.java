@NullMarked
package org.nowrongdoor.taxonomy;

import org.jspecify.annotations.NullMarked;
