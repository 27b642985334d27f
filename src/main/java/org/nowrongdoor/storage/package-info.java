@NullMarked
package org.nowrongdoor.storage;

import org.jspecify.annotations.NullMarked;
