package org.nowrongdoor.directory;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.nowrongdoor.http.Asked;
import org.nowrongdoor.storage.Sql;

/** Which services at places a list is to hold: filters on the service, and how near the place is. */
record ServiceAtLocationFilter(ServiceFilter services, Optional<Vicinity> vicinity) {

    static final List<String> NAMES =
            Stream.concat(ServiceFilter.NAMES.stream(), Vicinity.NAMES.stream()).toList();

    static ServiceAtLocationFilter of(Asked asked, PostalPoints points) {
        return new ServiceAtLocationFilter(ServiceFilter.of(asked), Vicinity.of(asked, points));
    }

    /** The condition on a service called s at a place called l, by a row called x. */
    Sql condition() {
        var sql = services.condition("x.last_modified");
        vicinity.ifPresent(near -> sql.add("and").add(near.condition()));
        return sql;
    }
}
