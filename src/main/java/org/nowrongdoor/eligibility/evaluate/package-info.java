/** Rules put to a client: answers, clauses and verdicts of three values. */
@NullMarked
package org.nowrongdoor.eligibility.evaluate;

import org.jspecify.annotations.NullMarked;
