package org.nowrongdoor.exchange.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.nowrongdoor.exchange.check.AttributeTerms;
import org.nowrongdoor.exchange.check.RowChecker;
import org.nowrongdoor.exchange.check.RowRules;
import org.nowrongdoor.exchange.row.Findings;
import org.nowrongdoor.exchange.row.JsonPath;
import org.nowrongdoor.exchange.row.PendingRow;
import org.nowrongdoor.exchange.row.RecordSize;
import org.nowrongdoor.exchange.row.Row;
import org.nowrongdoor.storage.ChangedEntity;

/** A row that has been checked and taken apart.
 *  @param drafts the record itself first; no record twice
 *  @param placesOfServices for each service that lists where it is given, the only places it has */
record CheckedRow(Row row, Findings findings, List<PendingRow> drafts, Map<UUID, Set<UUID>> placesOfServices) {

    /** The member that says where a service is given. */
    static final String PLACES = "service_at_locations";

    /** Which record is meant. */
    record Key(ChangedEntity entity, UUID id) {

        static Key of(PendingRow draft) {
            return new Key(draft.entity(), draft.id());
        }
    }

    /** Checks a row and takes it apart; its record is changed by that. */
    static CheckedRow of(Row row, IngestContext context, RowRules rules) {
        var findings = new Findings();
        var split = new RecordFlattener(context.terms());
        if (row.record() == null) {
            findings.fault(JsonPath.ROOT, null, String.valueOf(row.broken()));
            return new CheckedRow(row, findings, List.of(), Map.of());
        }
        var record = row.record();
        var tooLarge = RecordSize.of(record).fault();
        if (tooLarge != null) {
            findings.fault(JsonPath.ROOT, null, tooLarge);
            return new CheckedRow(row, findings, List.of(), Map.of());
        }
        var terms = new AttributeTerms(context.terms());
        new RowChecker(terms, rules, findings, context.unreadable()).check(row.entity(), record);
        split.top(row.entity(), record);
        terms.fresh().forEach(term -> split.term(term.deepCopy(), JsonPath.ROOT.at("taxonomy_term")));
        return new CheckedRow(row, findings, joined(split.drafts()), split.placesOfServices());
    }

    /** This row with other drafts. */
    CheckedRow with(List<PendingRow> others, Map<UUID, Set<UUID>> places) {
        return new CheckedRow(row, findings, others, places);
    }

    /** This row without services that may not be listed, and without what it tells of them alone: their providers' word
     *  counts more than any source's. */
    CheckedRow without(Set<UUID> declined) {
        var gone = sitesOf(declined, true);
        gone.removeAll(sitesOf(declined, false));
        var left = isOwn(declined)
                ? List.<PendingRow>of()
                : drafts.stream()
                        .filter(draft -> !isOf(draft, declined))
                        .filter(draft -> draft.entity() != ChangedEntity.LOCATION
                                || !gone.contains(draft.id())
                                || !draft.place().toString().contains(PLACES))
                        .toList();
        drafts.stream()
                .filter(draft -> draft.entity() == ChangedEntity.SERVICE && declined.contains(draft.id()))
                .forEach(draft -> findings.redacted(
                        draft.place().at("id"), "is a service whose provider does not want it to be listed"));
        return with(new ArrayList<>(left), placesOfServices);
    }

    /** Whether it is about one service, its organisation and where it is given, and nothing else. */
    boolean isOneService() {
        var own = drafts.isEmpty() ? null : drafts.get(0);
        var given = drafts.stream()
                .filter(draft -> draft.entity() == ChangedEntity.SERVICE_AT_LOCATION)
                .map(draft -> draft.owners().location())
                .collect(Collectors.toSet());
        return own != null
                && own.entity() == ChangedEntity.SERVICE
                && drafts.stream().allMatch(draft -> switch (draft.entity()) {
                    case SERVICE -> draft.id().equals(own.id());
                    case ORGANIZATION -> draft.id().equals(own.owners().organization());
                    case SERVICE_AT_LOCATION -> own.id().equals(draft.owners().service());
                    case LOCATION -> given.contains(draft.id());
                    case TAXONOMY, TAXONOMY_TERM -> false;
                });
    }

    /** Whether the record of the row is one of some services; then all that stands in it is told of that service. */
    private boolean isOwn(Set<UUID> services) {
        return row.entity() == ChangedEntity.SERVICE
                && drafts.stream()
                        .anyMatch(draft -> draft.entity() == ChangedEntity.SERVICE && services.contains(draft.id()));
    }

    /** Where services of the row are given: some of them, or all others. */
    private Set<UUID> sitesOf(Set<UUID> services, boolean areThese) {
        return drafts.stream()
                .filter(draft -> draft.entity() == ChangedEntity.SERVICE_AT_LOCATION)
                .filter(draft -> isOf(draft, services) == areThese)
                .map(draft -> draft.owners().location())
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static boolean isOf(PendingRow draft, Set<UUID> services) {
        var service = draft.entity() == ChangedEntity.SERVICE
                ? draft.id()
                : draft.owners().service();
        return service != null && services.contains(service);
    }

    /** The same record may stand at two places of a row, as an organisation's location and as a service's. */
    private static List<PendingRow> joined(List<PendingRow> drafts) {
        var byKey = new LinkedHashMap<Key, PendingRow>();
        for (var draft : drafts) {
            byKey.merge(Key.of(draft), draft, (first, second) -> {
                first.body().setAll(second.body());
                return first.with(first.owners().orElse(second.owners()));
            });
        }
        return new ArrayList<>(byKey.values());
    }
}
