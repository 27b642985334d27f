/** Opening hours out of HSDS schedules. */
@NullMarked
package org.nowrongdoor.directory.hours;

import org.jspecify.annotations.NullMarked;
