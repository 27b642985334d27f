package org.nowrongdoor.eligibility.evaluate;

import java.util.List;
import org.nowrongdoor.problem.Fault;

/** The result of reading a client; the profile may be used only when there are no faults. */
public record ClientReadResult(ClientProfile profile, List<Fault> faults) {

    /** Shows no faults, because they may repeat what the client said. */
    @Override
    public String toString() {
        return "ClientReading";
    }
}
