package org.nowrongdoor.exchange.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.exchange.row.ConcurrentChangeException;
import org.nowrongdoor.exchange.row.TrackedRow;
import org.nowrongdoor.exchange.row.UnitOfWork;
import org.nowrongdoor.storage.ChangedEntity;

/** Keeps a stricter policy and a new pair of service and location from passing each other: the two write no row in common,
 *  and each would miss what the other says. */
final class PairChecker {

    private static final List<ChangedEntity> ENDS = List.of(ChangedEntity.SERVICE, ChangedEntity.LOCATION);
    private static final String PAIRS =
            "select id from service_at_location where service_id = any(?) or location_id = any(?)";

    private PairChecker() {}

    /** Holds both ends of new pairs as they were read, so that a stricter policy of one waits and then sees the pair.
     *  @throws ConcurrentChangeException when one is no longer so */
    static void holdEnds(Connection connection, UnitOfWork stored) throws SQLException {
        var pairs = stored.list(ChangedEntity.SERVICE_AT_LOCATION).stream()
                .filter(PairChecker::isNew)
                .toList();
        if (pairs.isEmpty()) {
            return;
        }
        for (var entity : ENDS) {
            var ends = pairs.stream()
                    .map(pair -> end(pair, entity))
                    .filter(Objects::nonNull)
                    .distinct()
                    .map(id -> stored.find(entity, id))
                    .filter(end -> end != null && end.before != null)
                    .map(Objects::requireNonNull)
                    .toList();
            hold(connection, entity, ends);
        }
    }

    /** Looks, once stricter policies are written, whether a pair has come that was not read with them.
     *  @throws ConcurrentChangeException when one has */
    static void refuseUnseen(Connection connection, UnitOfWork stored) throws SQLException {
        var services = risen(stored, ChangedEntity.SERVICE);
        var locations = risen(stored, ChangedEntity.LOCATION);
        if (services.isEmpty() && locations.isEmpty()) {
            return;
        }
        var seen = stored.list(ChangedEntity.SERVICE_AT_LOCATION).stream()
                .map(pair -> pair.id)
                .collect(Collectors.toSet());
        try (var select = connection.prepareStatement(PAIRS)) {
            select.setArray(1, connection.createArrayOf("uuid", services.toArray()));
            select.setArray(2, connection.createArrayOf("uuid", locations.toArray()));
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    if (!seen.contains(rows.getObject(1, UUID.class))) {
                        throw new ConcurrentChangeException("service_at_location");
                    }
                }
            }
        }
    }

    private static void hold(Connection connection, ChangedEntity entity, List<TrackedRow> ends) throws SQLException {
        var sql = "select t.id from " + entity.wire() + " t join unnest(?::uuid[], ?::bigint[]) as n(id, was)"
                + " on t.id = n.id and t.version = n.was order by t.id for share of t";
        try (var select = connection.prepareStatement(sql)) {
            var ids = new ArrayList<String>();
            var were = new ArrayList<String>();
            for (var end : ends) {
                ids.add(end.id.toString());
                were.add(String.valueOf(Objects.requireNonNull(end.before).version()));
            }
            select.setArray(1, connection.createArrayOf("text", ids.toArray()));
            select.setArray(2, connection.createArrayOf("text", were.toArray()));
            int held = 0;
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    held++;
                }
            }
            if (held != ends.size()) {
                throw new ConcurrentChangeException(entity.wire());
            }
        }
    }

    private static boolean isNew(TrackedRow pair) {
        return !pair.deleted && (pair.before == null || !pair.before.owners().equals(pair.now.owners()));
    }

    private static @Nullable UUID end(TrackedRow pair, ChangedEntity entity) {
        var owners = pair.now.owners();
        return entity == ChangedEntity.SERVICE ? owners.service() : owners.location();
    }

    private static List<UUID> risen(UnitOfWork stored, ChangedEntity entity) {
        return stored.list(entity).stream()
                .filter(held -> !held.deleted && held.before != null)
                .filter(held -> Objects.requireNonNull(held.before).policy().compareTo(held.now.policy()) < 0)
                .map(held -> held.id)
                .toList();
    }
}
