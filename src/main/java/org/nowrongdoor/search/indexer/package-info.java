/** The indexer: follows the change log, and sets aside what cannot be indexed.
 *
 *  <p>May import: directory.store, search.index, storage, taxonomy. */
@NullMarked
package org.nowrongdoor.search.indexer;

import org.jspecify.annotations.NullMarked;
