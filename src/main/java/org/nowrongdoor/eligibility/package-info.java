/** Who a service can help: rules, the client's answers, the verdict and why. Pure: no database, no web. */
@NullMarked
package org.nowrongdoor.eligibility;

import org.jspecify.annotations.NullMarked;
