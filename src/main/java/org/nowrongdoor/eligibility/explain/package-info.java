/** Reasons, questions and legal notes that come with a verdict. */
@NullMarked
package org.nowrongdoor.eligibility.explain;

import org.jspecify.annotations.NullMarked;
