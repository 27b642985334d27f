/** Opening hours out of HSDS schedules.
 *
 *  <p>May import: directory.record, http.record. */
@NullMarked
package org.nowrongdoor.directory.hours;

import org.jspecify.annotations.NullMarked;
