/** Eligibility rules and the catalogue of attributes and facts that they speak of.
 *
 *  <p>May import: problem, taxonomy.language, text. */
@NullMarked
package org.nowrongdoor.eligibility.rule;

import org.jspecify.annotations.NullMarked;
