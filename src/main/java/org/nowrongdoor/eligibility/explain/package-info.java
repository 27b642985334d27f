/** Reasons, questions and legal notes that come with a verdict.
 *
 *  <p>May import: eligibility.evaluate, eligibility.rule, taxonomy.language, text. */
@NullMarked
package org.nowrongdoor.eligibility.explain;

import org.jspecify.annotations.NullMarked;
