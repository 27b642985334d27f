/** Terms and their synonyms, and the HSDS resources that list them. */
@NullMarked
package org.nowrongdoor.taxonomy;

import org.jspecify.annotations.NullMarked;
