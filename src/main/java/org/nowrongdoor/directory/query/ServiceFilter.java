package org.nowrongdoor.directory.query;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.nowrongdoor.directory.record.Kind;
import org.nowrongdoor.http.parameter.FilterParameters;
import org.nowrongdoor.storage.ChangedEntity;
import org.nowrongdoor.storage.SqlBuilder;
import org.nowrongdoor.storage.TextMatch;
import org.nowrongdoor.storage.TouchRepository;

/** Which services a list is to hold; everything that is asked for must be true of each. */
public record ServiceFilter(
        Optional<String> search,
        Optional<UUID> taxonomyTermId,
        Optional<UUID> taxonomyId,
        Optional<UUID> organizationId,
        Optional<Instant> modifiedAfter,
        Set<Kind> kinds) {

    public static ServiceFilter of(ServiceCriteria asked) {
        return new ServiceFilter(
                FilterParameters.words(asked.search()),
                Optional.ofNullable(asked.taxonomyTermId()),
                Optional.ofNullable(asked.taxonomyId()),
                Optional.ofNullable(asked.organizationId()),
                FilterParameters.modifiedAfter(asked.modifiedAfter()),
                KindFilter.of(asked.kind()));
    }

    /** The condition on a service called s, its change read from that service. */
    public SqlBuilder condition() {
        return condition(ChangedEntity.SERVICE, "s");
    }

    /** The condition on a service called s.
     *  @param listed the kind of record of the list
     *  @param alias what its table is called */
    SqlBuilder condition(ChangedEntity listed, String alias) {
        var sql = SqlBuilder.of("s.kind = any (?)", names(kinds));
        search.ifPresent(words -> sql.add("and").add(TextMatch.of("s.words", words)));
        taxonomyTermId.ifPresent(term -> sql.add("and").add(TermMatch.term("s.term_ids", term)));
        taxonomyId.ifPresent(taxonomy -> sql.add("and").add(TermMatch.taxonomy("s.term_ids", taxonomy)));
        organizationId.ifPresent(organization -> sql.add("and s.organization_id = ?", organization));
        modifiedAfter.ifPresent(time -> sql.add("and").add(TouchRepository.isModifiedSince(listed, alias, time)));
        return sql;
    }

    public static List<String> names(Collection<Kind> kinds) {
        return kinds.stream().map(Kind::name).toList();
    }
}
