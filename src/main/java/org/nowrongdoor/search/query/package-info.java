/** A request read into a query: words, filters, needs and criteria. */
@NullMarked
package org.nowrongdoor.search.query;

import org.jspecify.annotations.NullMarked;
