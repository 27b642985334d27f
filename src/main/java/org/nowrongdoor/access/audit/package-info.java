/** The record of what staff did, chained so that an alteration shows. */
@NullMarked
package org.nowrongdoor.access.audit;

import org.jspecify.annotations.NullMarked;
