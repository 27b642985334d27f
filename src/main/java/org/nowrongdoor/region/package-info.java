/** The gazetteer: regions, postal codes, names of places, what covers what.
 *
 *  <p>May import: http.record, http.server, problem, text. */
@NullMarked
package org.nowrongdoor.region;

import org.jspecify.annotations.NullMarked;
