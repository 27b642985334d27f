package org.nowrongdoor.search.query;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.eligibility.evaluate.ClientProfile;
import org.nowrongdoor.eligibility.evaluate.ClientReader;
import org.nowrongdoor.eligibility.rule.RegionContainment;
import org.nowrongdoor.search.model.Faults;

/** Reads what a request says of the client. */
@Singleton
public class ClientProfiles {

    private final ClientReader clients;

    ClientProfiles(RegionContainment regions) {
        clients = new ClientReader(regions);
    }

    /** Reads one client.
     *  @param client the value of {@code client}; null where there is none
     *  @param faults takes what is wrong with it */
    public ClientProfile read(@Nullable JsonNode client, Faults faults) {
        if (client == null) {
            return ClientProfile.EMPTY;
        }
        var reading = clients.read(client, "/client");
        reading.faults().forEach(fault -> faults.add(fault.pointer(), fault.detail()));
        return reading.profile();
    }
}
