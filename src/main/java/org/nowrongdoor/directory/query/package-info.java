/** Filters of lists: parameters, criteria and the SQL that they become. */
@NullMarked
package org.nowrongdoor.directory.query;

import org.jspecify.annotations.NullMarked;
