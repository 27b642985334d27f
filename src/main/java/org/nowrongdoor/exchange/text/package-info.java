/** What is found in the texts of records: streets, hosts, links to maps.
 *
 *  <p>May import: text. */
@NullMarked
package org.nowrongdoor.exchange.text;

import org.jspecify.annotations.NullMarked;
