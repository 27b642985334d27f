/** Names and codes of languages.
 *
 *  <p>May import: text. */
@NullMarked
package org.nowrongdoor.taxonomy.language;

import org.jspecify.annotations.NullMarked;
