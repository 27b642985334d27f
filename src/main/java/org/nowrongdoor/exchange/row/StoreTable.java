package org.nowrongdoor.exchange.row;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.record.LocationPolicy;
import org.nowrongdoor.storage.ChangedEntity;

/** The table of a kind of record; the columns say again what is asked for by column. */
public record StoreTable(ChangedEntity entity, List<StoreColumn> columns) {

    /** In the order in which rows must come to be, so that what they refer to is there. */
    public static final List<StoreTable> ALL = List.of(
            new StoreTable(ChangedEntity.TAXONOMY, List.of(text("name"))),
            new StoreTable(
                    ChangedEntity.TAXONOMY_TERM,
                    List.of(
                            new StoreColumn("code", "text", StoreTable::code),
                            text("name"),
                            new StoreColumn(
                                    "taxonomy_id",
                                    "uuid",
                                    held -> text(held.now.owners().organization())),
                            uuid("parent_id"))),
            new StoreTable(
                    ChangedEntity.ORGANIZATION, List.of(text("name"), uuid("parent_organization_id"), termIds())),
            new StoreTable(
                    ChangedEntity.LOCATION,
                    List.of(
                            organization(),
                            policy(),
                            new StoreColumn("postal_code", "text", StoreTable::postalCode),
                            new StoreColumn("latitude", "float8", held -> degrees(held, "latitude")),
                            new StoreColumn("longitude", "float8", held -> degrees(held, "longitude")))),
            new StoreTable(
                    ChangedEntity.SERVICE,
                    List.of(
                            organization(),
                            text("name"),
                            new StoreColumn("status", "text", held -> constant(held, "status", "active")),
                            new StoreColumn("kind", "text", held -> constant(held, "kind", "service")),
                            policy(),
                            termIds())),
            new StoreTable(
                    ChangedEntity.SERVICE_AT_LOCATION,
                    List.of(
                            new StoreColumn(
                                    "service_id",
                                    "uuid",
                                    held -> text(held.now.owners().service())),
                            new StoreColumn(
                                    "location_id",
                                    "uuid",
                                    held -> text(held.now.owners().location())))));

    static StoreTable of(ChangedEntity entity) {
        return ALL.stream().filter(table -> table.entity == entity).findFirst().orElseThrow();
    }

    public String name() {
        return entity.wire();
    }

    private static StoreColumn text(String member) {
        return new StoreColumn(member, "text", held -> JsonMembers.text(held.now.body(), member));
    }

    private static StoreColumn uuid(String member) {
        return new StoreColumn(member, "uuid", held -> text(JsonMembers.id(held.now.body(), member)));
    }

    private static StoreColumn organization() {
        return new StoreColumn(
                "organization_id", "uuid", held -> text(held.now.owners().organization()));
    }

    private static StoreColumn policy() {
        return new StoreColumn(
                "location_policy", "text", held -> held.now.policy().name());
    }

    private static StoreColumn termIds() {
        return new StoreColumn(
                "term_ids",
                "uuid[]",
                held -> JsonMembers.termIds(held.now.body()).stream()
                        .map(UUID::toString)
                        .collect(Collectors.joining(",", "{", "}")));
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    /** A term of a plain HSDS source may have no code; its id is one that is free. */
    private static String code(TrackedRow held) {
        var code = JsonMembers.text(held.now.body(), "code");
        return code == null ? held.id.toString() : code;
    }

    private static String constant(TrackedRow held, String member, String fallback) {
        var text = JsonMembers.text(held.now.body(), member);
        return (text == null ? fallback : text).toUpperCase(Locale.ROOT).replace(' ', '_');
    }

    private static boolean isPublic(TrackedRow held) {
        return held.now.policy() == LocationPolicy.PUBLIC;
    }

    private static @Nullable String postalCode(TrackedRow held) {
        var addresses = isPublic(held) ? JsonMembers.records(held.now.body(), "addresses") : List.<ObjectNode>of();
        return addresses.stream()
                .sorted(Comparator.comparing(address -> !"physical".equals(JsonMembers.text(address, "address_type"))))
                .map(address -> JsonMembers.text(address, "postal_code"))
                .findFirst()
                .orElse(null);
    }

    /** One axis of a point that is somewhere on earth; a place with half a point has none. */
    private static @Nullable String degrees(TrackedRow held, String axis) {
        var latitude = held.now.body().get("latitude");
        var longitude = held.now.body().get("longitude");
        if (!isPublic(held) || !isWithin(latitude, 90) || !isWithin(longitude, 180)) {
            return null;
        }
        return held.now.body().path(axis).asText();
    }

    private static boolean isWithin(@Nullable JsonNode degrees, int bound) {
        return degrees != null
                && degrees.isNumber()
                && degrees.decimalValue().abs().compareTo(BigDecimal.valueOf(bound)) <= 0;
    }
}
