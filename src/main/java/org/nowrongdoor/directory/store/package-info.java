/** Entities of records and their repositories. */
@NullMarked
package org.nowrongdoor.directory.store;

import org.jspecify.annotations.NullMarked;
