/** Which needs are met in which states, and which are not.
 *
 *  <p>May import: directory.record, directory.verification, http.parameter, http.request, problem, region, taxonomy. */
@NullMarked
package org.nowrongdoor.directory.coverage;

import org.jspecify.annotations.NullMarked;
