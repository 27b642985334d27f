/** Edits of single records by the API.
 *
 *  <p>May import: access.audit, access.caller, access.key, directory, directory.record, directory.store,
 *  directory.verification, exchange.check, exchange.imports, exchange.intake, exchange.redaction, exchange.row,
 *  http.parameter, http.record, problem, storage, taxonomy, text. */
@NullMarked
package org.nowrongdoor.exchange.edit;

import org.jspecify.annotations.NullMarked;
