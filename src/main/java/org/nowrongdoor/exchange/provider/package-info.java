/** A provider's own entry, by invitation.
 *
 *  <p>May import: access.audit, access.caller, directory, directory.record, directory.verification,
 *  directory.vetting, eligibility.rule, exchange.edit, exchange.intake, exchange.vetting, http.parameter,
 *  http.record, http.request, http.server, mail, problem, region, storage, text. */
@NullMarked
package org.nowrongdoor.exchange.provider;

import org.jspecify.annotations.NullMarked;
