/** Partners of organisations: who works with whom, and whether both say so.
 *
 *  <p>May import: directory.record, http.parameter, http.record, storage. */
@NullMarked
package org.nowrongdoor.directory.partner;

import org.jspecify.annotations.NullMarked;
