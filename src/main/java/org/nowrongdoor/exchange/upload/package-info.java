/** Uploads of files: admission, arrival on the event loop, the file on the disk.
 *
 *  <p>May import: http.server, problem. */
@NullMarked
package org.nowrongdoor.exchange.upload;

import org.jspecify.annotations.NullMarked;
