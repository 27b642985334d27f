package org.nowrongdoor.directory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nowrongdoor.http.Asked;
import org.nowrongdoor.storage.Sql;
import org.nowrongdoor.storage.TextMatch;

/** Which organisations a list is to hold; everything that is asked for must be true of each. */
record OrganizationFilter(
        Optional<String> search,
        Optional<UUID> taxonomyTermId,
        Optional<UUID> taxonomyId,
        Optional<UUID> organizationId,
        Optional<Instant> modifiedAfter) {

    static final List<String> NAMES =
            List.of("search", "taxonomy_term_id", "taxonomy_id", "organization_id", "modified_after");

    static OrganizationFilter of(Asked asked) {
        return new OrganizationFilter(
                asked.text("search"),
                asked.id("taxonomy_term_id"),
                asked.id("taxonomy_id"),
                asked.id("organization_id"),
                asked.instant("modified_after"));
    }

    /** The condition on an organisation called o. */
    Sql condition() {
        var sql = Sql.of("true");
        search.ifPresent(words -> sql.add("and").add(TextMatch.of("o.words", words)));
        taxonomyTermId.ifPresent(term -> sql.add("and").add(TermMatch.term("o.term_ids", term)));
        taxonomyId.ifPresent(taxonomy -> sql.add("and").add(TermMatch.taxonomy("o.term_ids", taxonomy)));
        organizationId.ifPresent(id -> sql.add("and o.id = ?", id));
        modifiedAfter.ifPresent(time -> sql.add("and o.last_modified >= ?", time));
        return sql;
    }
}
