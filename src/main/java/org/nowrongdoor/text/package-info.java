/** Text without meaning of the domain: folding, distances, names. */
@NullMarked
package org.nowrongdoor.text;

import org.jspecify.annotations.NullMarked;
