package org.nowrongdoor.exchange.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.nowrongdoor.exchange.check.AttributeTerms;
import org.nowrongdoor.exchange.check.RecordRules;
import org.nowrongdoor.exchange.check.RowCheck;
import org.nowrongdoor.exchange.row.Draft;
import org.nowrongdoor.exchange.row.Findings;
import org.nowrongdoor.exchange.row.Place;
import org.nowrongdoor.exchange.row.Row;
import org.nowrongdoor.storage.ChangedEntity;

/** A row that has been checked and taken apart.
 *  @param drafts the record itself first; no record twice
 *  @param placesOfServices for each service that lists where it is given, the only places it has */
record ReadRow(Row row, Findings findings, List<Draft> drafts, Map<UUID, Set<UUID>> placesOfServices) {

    private record Key(ChangedEntity entity, UUID id) {}

    /** Checks a row and takes it apart; its record is changed by that. */
    static ReadRow of(Row row, IntakeContext context, RecordRules rules) {
        var findings = new Findings();
        var split = new Split(context.terms());
        if (row.record() == null) {
            findings.fault(Place.ROOT, null, String.valueOf(row.broken()));
            return new ReadRow(row, findings, List.of(), Map.of());
        }
        var record = row.record();
        var terms = new AttributeTerms(context.terms());
        new RowCheck(terms, rules, findings).check(row.entity(), record);
        split.top(row.entity(), record);
        terms.fresh().forEach(term -> split.term(term.deepCopy(), Place.ROOT.at("taxonomy_term")));
        return new ReadRow(row, findings, joined(split.drafts()), split.placesOfServices());
    }

    /** This row without services that may not be listed: their providers' word counts more than any source's. */
    ReadRow without(Set<UUID> declined) {
        var left = drafts.stream().filter(draft -> !isOf(draft, declined)).toList();
        drafts.stream()
                .filter(draft -> draft.entity() == ChangedEntity.SERVICE && declined.contains(draft.id()))
                .forEach(draft -> findings.redacted(
                        draft.place().at("id"), "is a service whose provider does not want it to be listed"));
        return new ReadRow(row, findings, new ArrayList<>(left), placesOfServices);
    }

    private static boolean isOf(Draft draft, Set<UUID> services) {
        var service = draft.entity() == ChangedEntity.SERVICE
                ? draft.id()
                : draft.owners().service();
        return service != null && services.contains(service);
    }

    /** The same record may stand at two places of a row, as an organisation's location and as a service's. */
    private static List<Draft> joined(List<Draft> drafts) {
        var byKey = new LinkedHashMap<Key, Draft>();
        for (var draft : drafts) {
            byKey.merge(new Key(draft.entity(), draft.id()), draft, (first, second) -> {
                first.body().setAll(second.body());
                return first.with(first.owners().orElse(second.owners()));
            });
        }
        return new ArrayList<>(byKey.values());
    }
}
