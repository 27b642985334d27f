package org.nowrongdoor.directory.query;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.nowrongdoor.http.parameter.FilterParameters;
import org.nowrongdoor.storage.ChangedEntity;
import org.nowrongdoor.storage.SqlBuilder;
import org.nowrongdoor.storage.TextMatch;
import org.nowrongdoor.storage.TouchRepository;

/** Which organisations a list is to hold; everything that is asked for must be true of each. */
public record OrganizationFilter(
        Optional<String> search,
        Optional<UUID> taxonomyTermId,
        Optional<UUID> taxonomyId,
        Optional<UUID> organizationId,
        Optional<Instant> modifiedAfter) {

    public static OrganizationFilter of(OrganizationParameters asked) {
        return new OrganizationFilter(
                FilterParameters.words(asked.search()),
                Optional.ofNullable(asked.taxonomyTermId()),
                Optional.ofNullable(asked.taxonomyId()),
                Optional.ofNullable(asked.organizationId()),
                FilterParameters.modifiedAfter(asked.modifiedAfter()));
    }

    /** The condition on an organisation called o. */
    public SqlBuilder condition() {
        var sql = SqlBuilder.of("true");
        search.ifPresent(words -> sql.add("and").add(TextMatch.of("o.words", words)));
        taxonomyTermId.ifPresent(term -> sql.add("and").add(TermMatch.term("o.term_ids", term)));
        taxonomyId.ifPresent(taxonomy -> sql.add("and").add(TermMatch.taxonomy("o.term_ids", taxonomy)));
        organizationId.ifPresent(id -> sql.add("and o.id = ?", id));
        modifiedAfter.ifPresent(
                time -> sql.add("and").add(TouchRepository.isModifiedSince(ChangedEntity.ORGANIZATION, "o", time)));
        return sql;
    }
}
