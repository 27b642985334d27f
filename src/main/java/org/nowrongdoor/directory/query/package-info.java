/** Filters of lists: parameters, criteria and the SQL that they become.
 *
 *  <p>May import: directory.record, http.parameter, http.record, region, storage, text. */
@NullMarked
package org.nowrongdoor.directory.query;

import org.jspecify.annotations.NullMarked;
