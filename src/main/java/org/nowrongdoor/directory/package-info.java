/** The read API of HSDS: resources, views and the one cut through which a record leaves. */
@NullMarked
package org.nowrongdoor.directory;

import org.jspecify.annotations.NullMarked;
