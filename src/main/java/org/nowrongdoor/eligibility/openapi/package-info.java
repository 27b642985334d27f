/** Schemas of clients, rules and facts in the description of the API, made from the catalogue.
 *
 *  <p>May import: eligibility.rule. */
@NullMarked
package org.nowrongdoor.eligibility.openapi;

import org.jspecify.annotations.NullMarked;
