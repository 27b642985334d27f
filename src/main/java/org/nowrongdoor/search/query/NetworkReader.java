package org.nowrongdoor.search.query;

import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.partner.NetworkFinder;
import org.nowrongdoor.search.model.RequestFaults;
import org.nowrongdoor.search.model.SearchPage;

/** Reads a network into the organisations that are known to be in it. Others may be in it and are left out: they are
 *  counted, and the answer says that it does not know. */
@Singleton
class NetworkReader {

    private static final String POINTER = "/network";
    private static final int MOST_CANDIDATES = 5;

    private final NetworkFinder networks;

    NetworkReader(NetworkFinder networks) {
        this.networks = networks;
    }

    /** A network and the filter that leaves its members. */
    record Network(SearchPage.UnderstoodNetwork understood, Filter filter) {}

    /** @param said an id or a name; null where none is asked for */
    @Nullable Network read(@Nullable String said, String lang, RequestFaults faults) {
        if (said == null) {
            return null;
        }
        var found = networks.find(said);
        if (found.size() != 1) {
            faults.add(
                    POINTER,
                    "network must be the id or the name of one organization, was \"" + RequestFaults.shorten(said)
                            + "\". "
                            + (found.isEmpty()
                                    ? "None is called so. GET /organizations?search= finds them"
                                    : "Give the id of one: "
                                            + found.stream()
                                                    .limit(MOST_CANDIDATES)
                                                    .map(each -> each.name() + " (" + each.id() + ")")
                                                    .collect(Collectors.joining(", "))));
            return null;
        }
        var network = found.get(0);
        var members = networks.membersOf(network.id());
        return new Network(
                new SearchPage.UnderstoodNetwork(network.id(), network.name(), members.size(), note(lang)),
                FilterFactory.network(members.stream().map(UUID::toString).toList()));
    }

    private static String note(String lang) {
        return "es".equals(lang)
                ? "Solo las organizaciones que sabemos que están en esta red. Otras también pueden estar en ella."
                : "Only organizations that we know are in this network. Others may be in it too.";
    }
}
