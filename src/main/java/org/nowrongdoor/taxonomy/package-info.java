/** Terms and their synonyms, and the HSDS resources that list them.
 *
 *  <p>May import: http.parameter, http.record, http.server, storage, text. */
@NullMarked
package org.nowrongdoor.taxonomy;

import org.jspecify.annotations.NullMarked;
