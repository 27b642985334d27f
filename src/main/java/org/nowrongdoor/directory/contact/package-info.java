/** How a service is reached, when and in which languages, by its own record and those of its locations.
 *
 *  <p>May import: directory.record, taxonomy.language, text. */
@NullMarked
package org.nowrongdoor.directory.contact;

import org.jspecify.annotations.NullMarked;
