/** Where help is looked for: a request's place resolved into areas and a circle.
 *
 *  <p>May import: problem, region, search.model. */
@NullMarked
package org.nowrongdoor.search.place;

import org.jspecify.annotations.NullMarked;
