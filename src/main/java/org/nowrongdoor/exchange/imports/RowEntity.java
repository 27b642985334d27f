package org.nowrongdoor.exchange.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.nowrongdoor.exchange.row.Row;
import org.nowrongdoor.storage.ChangedEntity;

/** Which kind of record a row of JSON is: a service, unless its member {@code entity} says otherwise. */
final class RowEntity {

    private static final String MEMBER = "entity";

    private RowEntity() {}

    static Row read(long number, JsonNode value) {
        if (!(value instanceof ObjectNode record)) {
            return Row.broken(number, "must be an object");
        }
        var named = record.remove(MEMBER);
        if (named == null) {
            return Row.of(number, ChangedEntity.SERVICE, record);
        }
        for (var entity : ChangedEntity.values()) {
            if (entity.wire().equals(named.textValue())) {
                return Row.of(number, entity, record);
            }
        }
        return Row.broken(
                number,
                "entity must be one of "
                        + Arrays.stream(ChangedEntity.values())
                                .map(ChangedEntity::wire)
                                .collect(Collectors.joining(", ")));
    }
}
