/** The index: fields, documents, and the indexer that follows the change log. */
@NullMarked
package org.nowrongdoor.search.index;

import org.jspecify.annotations.NullMarked;
