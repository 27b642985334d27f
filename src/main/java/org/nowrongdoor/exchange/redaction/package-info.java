/** Redaction of confidential locations before anything is stored.
 *
 *  <p>May import: directory.hours, directory.record, exchange.check, exchange.row, exchange.text, region,
 *  storage, taxonomy.language, text. */
@NullMarked
package org.nowrongdoor.exchange.redaction;

import org.jspecify.annotations.NullMarked;
