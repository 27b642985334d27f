/** Requests, hits and pages of a search. */
@NullMarked
package org.nowrongdoor.search.model;

import org.jspecify.annotations.NullMarked;
