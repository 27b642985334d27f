package org.nowrongdoor.search.query;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.eligibility.evaluate.ClientProfile;
import org.nowrongdoor.eligibility.evaluate.ClientReader;
import org.nowrongdoor.eligibility.rule.RegionContainment;
import org.nowrongdoor.search.model.RequestFaults;

/** Reads what a request says of the client. */
@Singleton
public class ClientProfileReader {

    private final ClientReader clients;

    ClientProfileReader(RegionContainment regions) {
        clients = new ClientReader(regions);
    }

    /** Reads one client.
     *  @param client the value of {@code client}; null where there is none
     *  @param faults takes what is wrong with it */
    public ClientProfile read(@Nullable JsonNode client, RequestFaults faults) {
        if (client == null) {
            return ClientProfile.EMPTY;
        }
        var reading = clients.read(client, "/client");
        reading.faults().forEach(fault -> faults.add(fault.pointer(), fault.detail()));
        return reading.profile();
    }
}
