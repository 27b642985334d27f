/** HSDS 3.2 records and their profile, as JSON reads and writes them.
 *
 *  <p>May import: http.record, taxonomy. */
@NullMarked
package org.nowrongdoor.directory.record;

import org.jspecify.annotations.NullMarked;
