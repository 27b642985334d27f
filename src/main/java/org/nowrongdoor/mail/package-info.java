/** Mail from an outbox, sealed at rest.
 *
 *  <p>May import: access.caller, storage. */
@NullMarked
package org.nowrongdoor.mail;

import org.jspecify.annotations.NullMarked;
