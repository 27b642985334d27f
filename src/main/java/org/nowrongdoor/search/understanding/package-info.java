/** Lines as people type them, read as a whole: places, needs and names compete for every word.
 *
 *  <p>May import: problem, region, taxonomy.recognition, text. */
@NullMarked
package org.nowrongdoor.search.understanding;

import org.jspecify.annotations.NullMarked;
