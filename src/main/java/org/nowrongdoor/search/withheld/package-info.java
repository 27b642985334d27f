/** Keeps documents that tell more than their services do by now out of every search.
 *
 *  <p>May import: search.index, search.indexer, storage. */
@NullMarked
package org.nowrongdoor.search.withheld;

import org.jspecify.annotations.NullMarked;
