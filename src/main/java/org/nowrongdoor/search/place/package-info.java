/** Places in the words of a query.
 *
 *  <p>May import: problem, region, search.model, taxonomy.recognition, text. */
@NullMarked
package org.nowrongdoor.search.place;

import org.jspecify.annotations.NullMarked;
