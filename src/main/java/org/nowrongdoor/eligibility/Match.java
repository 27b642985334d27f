package org.nowrongdoor.eligibility;

import java.util.List;

/** A verdict with all that stands behind it, failed reasons first. */
public record Match(Verdict verdict, List<Reason> reasons, List<Question> questions) {}
