package org.nowrongdoor.exchange.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nowrongdoor.directory.record.LocationPolicy;
import org.nowrongdoor.exchange.row.JsonMembers;
import org.nowrongdoor.exchange.row.TrackedRow;
import org.nowrongdoor.exchange.row.TrackedRow.State;
import org.nowrongdoor.exchange.row.UnitOfWork;
import org.nowrongdoor.storage.ChangedEntity;
import org.nowrongdoor.storage.ToldLess;

/** Finds of which records less may be told after a batch than before it: gone, closed, moved away from a location,
 *  withheld more strictly, or cut. */
final class ToldLessFinder {

    private ToldLessFinder() {}

    static ToldLess find(UnitOfWork stored) {
        var services = ids(stored, ChangedEntity.SERVICE, ToldLessFinder::isServiceLess);
        services.addAll(stored.list(ChangedEntity.SERVICE_AT_LOCATION).stream()
                .filter(ToldLessFinder::isPairLess)
                .flatMap(pair -> Stream.of(Objects.requireNonNull(pair.before), pair.now))
                .map(state -> state.owners().service())
                .filter(Objects::nonNull)
                .toList());
        return new ToldLess(
                services,
                ids(stored, ChangedEntity.ORGANIZATION, row -> row.deleted || row.forgotten),
                ids(stored, ChangedEntity.LOCATION, ToldLessFinder::isLocationLess));
    }

    private static Set<UUID> ids(UnitOfWork stored, ChangedEntity entity, Predicate<TrackedRow> isLess) {
        return stored.list(entity).stream()
                .filter(row -> row.before != null && isLess.test(row))
                .map(row -> row.id)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static boolean isServiceLess(TrackedRow service) {
        var before = Objects.requireNonNull(service.before);
        return isStricter(service)
                || (isActive(before) && !isActive(service.now))
                || (service.now.policy() != LocationPolicy.PUBLIC
                        && !areas(service.now).containsAll(areas(before)));
    }

    private static boolean isLocationLess(TrackedRow location) {
        return isStricter(location)
                || hasLost(location, "addresses")
                || hasLost(location, "latitude")
                || hasLost(location, "longitude");
    }

    private static boolean isPairLess(TrackedRow pair) {
        return pair.before != null
                && (pair.deleted || pair.forgotten || !pair.before.owners().equals(pair.now.owners()));
    }

    private static boolean isStricter(TrackedRow row) {
        var before = Objects.requireNonNull(row.before).policy();
        return row.deleted || row.forgotten || row.now.policy().compareTo(before) > 0;
    }

    private static boolean isActive(State state) {
        return "active".equals(state.body().path("status").asText());
    }

    private static boolean hasLost(TrackedRow row, String member) {
        return !isEmpty(Objects.requireNonNull(row.before).body().path(member))
                && isEmpty(row.now.body().path(member));
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isMissingNode() || value.isNull() || (value.isArray() && value.isEmpty());
    }

    private static Set<String> areas(State state) {
        return JsonMembers.records(state.body(), "service_areas").stream()
                .flatMap(area -> Stream.of("extent", "name")
                        .map(member -> area.path(member).asText()))
                .collect(Collectors.toSet());
    }
}
