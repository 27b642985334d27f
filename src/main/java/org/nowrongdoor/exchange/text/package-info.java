/** What is found in the texts of records: streets, links to maps, words for "confidential".
 *
 *  <p>May import: text. */
@NullMarked
package org.nowrongdoor.exchange.text;

import org.jspecify.annotations.NullMarked;
