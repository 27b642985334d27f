/** The gazetteer: regions, postal codes, names of places, what covers what. */
@NullMarked
package org.nowrongdoor.region;

import org.jspecify.annotations.NullMarked;
