/** Needs and situations recognised in plain words. */
@NullMarked
package org.nowrongdoor.taxonomy.recognition;

import org.jspecify.annotations.NullMarked;
