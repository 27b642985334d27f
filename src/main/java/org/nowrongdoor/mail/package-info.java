/** Mail from an outbox, sealed at rest. */
@NullMarked
package org.nowrongdoor.mail;

import org.jspecify.annotations.NullMarked;
