package org.nowrongdoor.search.engine;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.nowrongdoor.search.index.Channels;
import org.nowrongdoor.search.index.IndexFields;
import org.nowrongdoor.search.index.NextStepRank;
import org.nowrongdoor.search.model.StoredService;
import org.nowrongdoor.search.query.ServiceQuery;

/** Finds the services of partners that can be reached and that a question's filters leave, wherever they are. */
@Singleton
public class PartnerServiceFinder {

    private final ServiceSearcher search;

    PartnerServiceFinder(ServiceSearcher search) {
        this.search = search;
    }

    /** At most so many, those that answer anybody first. */
    public List<StoredService> find(Collection<UUID> organizations, ServiceQuery query, int most) {
        var ids = organizations.stream().map(UUID::toString).toList();
        return search.top(
                f -> {
                    var all = f.bool()
                            .filter(f.terms().field(IndexFields.ORGANIZATION).matchingAny(ids))
                            .filter(f.terms().field(IndexFields.KIND).matchingAny(NextStepRank.KINDS))
                            .filter(f.match().field(IndexFields.STATUS).matching("active"))
                            .filter(f.terms().field(IndexFields.CHANNELS).matchingAny(Channels.ALL));
                    query.removing().forEach(filter -> all.mustNot(CriterionPredicate.fails(f, filter)));
                    all.should(f.terms().field(IndexFields.KIND).matchingAny(NextStepRank.ANSWERING_ANYBODY));
                    return all;
                },
                most);
    }
}
