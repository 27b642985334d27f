@NullMarked
package org.nowrongdoor.http;

import org.jspecify.annotations.NullMarked;
