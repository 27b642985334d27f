/** A provider's own entry, by invitation.
 *
 *  <p>May import: access.audit, access.caller, directory, directory.record, exchange.edit, http.parameter,
 *  http.record, http.server, mail, problem, storage, text. */
@NullMarked
package org.nowrongdoor.exchange.provider;

import org.jspecify.annotations.NullMarked;
