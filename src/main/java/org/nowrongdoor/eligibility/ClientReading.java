package org.nowrongdoor.eligibility;

import java.util.List;

/** What came of reading a client: a profile to use only when there are no faults. */
public record ClientReading(ClientProfile profile, List<Fault> faults) {}
