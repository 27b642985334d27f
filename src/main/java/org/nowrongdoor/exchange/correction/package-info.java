/** Corrections that anyone may send, the approval of them, and the credit for them.
 *
 *  <p>May import: access, access.audit, access.caller, exchange.row, exchange.text, http.parameter, problem, storage,
 *  text. */
@NullMarked
package org.nowrongdoor.exchange.correction;

import org.jspecify.annotations.NullMarked;
