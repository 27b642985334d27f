/** Hits and next steps collected in one pass over a local Lucene index. */
@NullMarked
package org.nowrongdoor.search.collect;

import org.jspecify.annotations.NullMarked;
