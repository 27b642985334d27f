@NullMarked
package org.nowrongdoor.directory;

import org.jspecify.annotations.NullMarked;
