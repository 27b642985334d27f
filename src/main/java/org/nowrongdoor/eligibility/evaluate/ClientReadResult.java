package org.nowrongdoor.eligibility.evaluate;

import java.util.List;
import org.nowrongdoor.problem.Fault;

/** What came of reading a client: a profile to use only when there are no faults. */
public record ClientReadResult(ClientProfile profile, List<Fault> faults) {

    /** The faults may repeat what a client said, so the text shows none of them. */
    @Override
    public String toString() {
        return "ClientReading";
    }
}
