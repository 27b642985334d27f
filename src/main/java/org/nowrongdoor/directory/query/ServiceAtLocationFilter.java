package org.nowrongdoor.directory.query;

import java.util.Optional;
import org.nowrongdoor.storage.ChangedEntity;
import org.nowrongdoor.storage.SqlBuilder;

/** Which services at places a list is to hold: filters on the service, and how near the place is. */
public record ServiceAtLocationFilter(ServiceFilter services, Optional<ProximityFilter> vicinity) {

    public static ServiceAtLocationFilter of(ServiceAtLocationParameters asked, PostalCodeResolver points) {
        return new ServiceAtLocationFilter(
                ServiceFilter.of(asked), ProximityFilter.of(asked.postcode(), asked.proximity(), points));
    }

    /** The condition on a service called s at a place called l, by a row called x. */
    public SqlBuilder condition() {
        var sql = services.condition(ChangedEntity.SERVICE_AT_LOCATION, "x");
        vicinity.ifPresent(near -> sql.add("and").add(near.condition()));
        return sql;
    }
}
