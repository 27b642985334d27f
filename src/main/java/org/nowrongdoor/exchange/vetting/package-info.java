/** Writing vetting files: answers and concerns of those who vet, their reviews, and the replies of providers.
 *
 *  <p>May import: access.audit, access.caller, directory.vetting, exchange.text, http.parameter, problem, storage,
 *  text. */
@NullMarked
package org.nowrongdoor.exchange.vetting;

import org.jspecify.annotations.NullMarked;
