/** Everything that writes the directory goes through here: one pipeline for edits, imports and seed data. */
@NullMarked
package org.nowrongdoor.exchange;

import org.jspecify.annotations.NullMarked;
