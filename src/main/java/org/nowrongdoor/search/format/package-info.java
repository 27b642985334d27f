/** Answers as text, CSV and GeoJSON, and their words in English and Spanish. */
@NullMarked
package org.nowrongdoor.search.format;

import org.jspecify.annotations.NullMarked;
