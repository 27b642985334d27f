/** Seed data for an empty directory. */
@NullMarked
package org.nowrongdoor.seed;

import org.jspecify.annotations.NullMarked;
