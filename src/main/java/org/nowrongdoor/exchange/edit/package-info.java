/** Edits of single records by the API. */
@NullMarked
package org.nowrongdoor.exchange.edit;

import org.jspecify.annotations.NullMarked;
