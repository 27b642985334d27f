/** The record of what staff did, chained so that an alteration shows.
 *
 *  <p>May import: access.caller, http.server, storage. */
@NullMarked
package org.nowrongdoor.access.audit;

import org.jspecify.annotations.NullMarked;
