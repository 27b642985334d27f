/** Rules put to a client: answers, clauses and verdicts of three values.
 *
 *  <p>May import: eligibility.rule, problem, taxonomy.language. */
@NullMarked
package org.nowrongdoor.eligibility.evaluate;

import org.jspecify.annotations.NullMarked;
