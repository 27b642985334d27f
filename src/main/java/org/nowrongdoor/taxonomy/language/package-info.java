/** Names and codes of languages. */
@NullMarked
package org.nowrongdoor.taxonomy.language;

import org.jspecify.annotations.NullMarked;
