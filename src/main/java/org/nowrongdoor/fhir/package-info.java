/** The directory and referrals as FHIR R4. */
@NullMarked
package org.nowrongdoor.fhir;

import org.jspecify.annotations.NullMarked;
