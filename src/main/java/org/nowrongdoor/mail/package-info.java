@NullMarked
package org.nowrongdoor.mail;

import org.jspecify.annotations.NullMarked;
