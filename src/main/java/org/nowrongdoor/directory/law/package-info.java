/** Notes on laws: what sources say of the law, edited, asked for, and told where they touch a client.
 *
 *  <p>May import: access.audit, eligibility.evaluate, eligibility.explain, eligibility.rule,
 *  http.parameter, http.record, http.request, problem, storage, text. */
@NullMarked
package org.nowrongdoor.directory.law;

import org.jspecify.annotations.NullMarked;
