/** Redaction of confidential locations before anything is stored. */
@NullMarked
package org.nowrongdoor.exchange.redaction;

import org.jspecify.annotations.NullMarked;
