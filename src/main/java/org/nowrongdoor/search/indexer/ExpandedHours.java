package org.nowrongdoor.search.indexer;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.search.mapper.pojo.standalone.mapping.CloseableSearchMapping;
import org.nowrongdoor.search.index.HourIndex;
import org.nowrongdoor.search.index.IndexFields;
import org.nowrongdoor.search.index.ServiceDocument;

/** The services whose hours were written out ahead, and run out unless they are rewritten. */
final class ExpandedHours {

    private static final int CHUNK = 500;

    private ExpandedHours() {}

    static List<UUID> services(CloseableSearchMapping mapping) {
        try (var session = mapping.createSession();
                var found = session.search(ServiceDocument.class)
                        .select(f -> f.id(String.class))
                        .where(f -> f.match().field(IndexFields.HOURS).matching(HourIndex.WRITTEN_OUT))
                        .scroll(CHUNK)) {
            var ids = new ArrayList<UUID>();
            for (var chunk = found.next(); chunk.hasHits(); chunk = found.next()) {
                chunk.hits().forEach(id -> ids.add(UUID.fromString(id)));
            }
            return ids;
        }
    }
}
