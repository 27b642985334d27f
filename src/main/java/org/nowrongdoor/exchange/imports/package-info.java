/** Imports of files: readers, jobs, faults and totals. */
@NullMarked
package org.nowrongdoor.exchange.imports;

import org.jspecify.annotations.NullMarked;
