/** Needs and situations recognised in plain words.
 *
 *  <p>May import: http.record, problem, taxonomy, text. */
@NullMarked
package org.nowrongdoor.taxonomy.recognition;

import org.jspecify.annotations.NullMarked;
