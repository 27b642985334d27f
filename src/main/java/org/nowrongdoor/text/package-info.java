/** Text without meaning of the domain: folding, distances, names.
 *
 *  <p>May import: nothing of ours. */
@NullMarked
package org.nowrongdoor.text;

import org.jspecify.annotations.NullMarked;
