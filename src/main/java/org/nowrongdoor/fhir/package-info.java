@NullMarked
package org.nowrongdoor.fhir;

import org.jspecify.annotations.NullMarked;
