/** Seed data for an empty directory.
 *
 *  <p>May import: exchange.check, exchange.imports, storage. */
@NullMarked
package org.nowrongdoor.seed;

import org.jspecify.annotations.NullMarked;
