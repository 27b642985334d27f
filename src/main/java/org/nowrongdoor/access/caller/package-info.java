/** The caller of a request, the scopes, and the master key that seals and hashes.
 *
 *  <p>May import: problem, storage. */
@NullMarked
package org.nowrongdoor.access.caller;

import org.jspecify.annotations.NullMarked;
