package org.nowrongdoor.search;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.eligibility.evaluate.ClientProfile;
import org.nowrongdoor.eligibility.evaluate.ClientReader;
import org.nowrongdoor.eligibility.rule.Regions;

/** Reads what a request says of the client. */
@Singleton
class ClientProfiles {

    private final ClientReader clients;

    ClientProfiles(Regions regions) {
        clients = new ClientReader(regions);
    }

    /** Reads one client.
     *  @param client the value of {@code client}; null where there is none
     *  @param faults takes what is wrong with it */
    ClientProfile read(@Nullable JsonNode client, Faults faults) {
        if (client == null) {
            return ClientProfile.EMPTY;
        }
        var reading = clients.read(client, "/client");
        reading.faults().forEach(fault -> faults.add(fault.pointer(), fault.detail()));
        return reading.profile();
    }
}
