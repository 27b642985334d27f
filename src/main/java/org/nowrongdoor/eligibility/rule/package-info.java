/** Eligibility rules and the catalogue of attributes and facts that they speak of. */
@NullMarked
package org.nowrongdoor.eligibility.rule;

import org.jspecify.annotations.NullMarked;
