/** Entities of records and their repositories.
 *
 *  <p>May import: directory.query, directory.record, http.record, storage. */
@NullMarked
package org.nowrongdoor.directory.store;

import org.jspecify.annotations.NullMarked;
