/** How words are cut and folded by the embedded engine.
 *
 *  <p>May import: nothing of ours. */
@NullMarked
package org.nowrongdoor.search.analysis;

import org.jspecify.annotations.NullMarked;
