package org.nowrongdoor.exchange.redaction;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.exchange.row.JsonMembers;
import org.nowrongdoor.exchange.text.AddressDetector;

/** Where a location is, in a form in which two ways of writing the same are equal.
 *  @param doors house number and first word of the street
 *  @param lines address lines without a house number
 *  @param areas postal codes and cities
 *  @param latitude null where no point is known */
record StreetAddress(
        Set<String> doors,
        Set<String> lines,
        Set<String> postalCodes,
        Set<String> areas,
        @Nullable Double latitude,
        @Nullable Double longitude) {

    private static final Pattern DOOR = Pattern.compile("^\\W*([A-Za-z]?\\d+)[\\dA-Za-z/½-]*[\\s,]+(\\S.*)$");
    private static final Pattern DOOR_LAST = Pattern.compile("^(\\D{5,}?)[\\s,]+([A-Za-z]?\\d+)[\\dA-Za-z/-]*\\W*$");
    private static final Pattern BOX =
            Pattern.compile("\\b(?:p\\W*o\\W*)?(?:box|apartado)\\b", Pattern.CASE_INSENSITIVE);
    // 0.0005 degrees are about fifty metres: two geocoders differ by as much about one house.
    private static final double SAME_DEGREES = 0.0005;
    private static final int LEAST_LINE = 5;

    static StreetAddress of(ObjectNode location) {
        var doors = new HashSet<String>();
        var lines = new HashSet<String>();
        var postalCodes = new HashSet<String>();
        var areas = new HashSet<String>();
        for (var address : JsonMembers.records(location, "addresses")) {
            // Many sites share the address that their mail goes to.
            if ("postal".equals(JsonMembers.text(address, "address_type"))) {
                continue;
            }
            for (var member : List.of("address_1", "address_2", "attention")) {
                line(JsonMembers.text(address, member), doors, lines);
            }
            var postal = JsonMembers.text(address, "postal_code");
            if (postal != null && !postal.isBlank()) {
                postalCodes.add(postal.strip());
                areas.add(postal.strip().split("[-\\s]", -1)[0]);
            }
            var city = JsonMembers.text(address, "city");
            if (city != null) {
                areas.add(folded(city));
            }
        }
        return new StreetAddress(
                doors, lines, postalCodes, areas, degrees(location, "latitude"), degrees(location, "longitude"));
    }

    boolean isEmpty() {
        return doors.isEmpty() && lines.isEmpty() && latitude == null;
    }

    /** Whether both are the same house. */
    boolean isSameAs(StreetAddress other) {
        var isSameLine = meets(doors, other.doors) || meets(lines, other.lines);
        if (isSameLine && (areas.isEmpty() || other.areas.isEmpty() || meets(areas, other.areas))) {
            return true;
        }
        // A point may be the middle of a town: where both say a street, it must not be another one.
        return isNear(other) && (doors.isEmpty() || other.doors.isEmpty() || meets(streets(), other.streets()));
    }

    private boolean isNear(StreetAddress other) {
        return latitude != null
                && longitude != null
                && other.latitude != null
                && other.longitude != null
                && Math.abs(latitude - other.latitude) < SAME_DEGREES
                && Math.abs(longitude - other.longitude) < SAME_DEGREES;
    }

    private Set<String> streets() {
        var streets = new HashSet<String>();
        doors.forEach(door -> streets.add(door.substring(door.indexOf(' ') + 1)));
        return streets;
    }

    private static boolean meets(Set<String> some, Set<String> others) {
        return some.stream().anyMatch(others::contains);
    }

    private static void line(@Nullable String line, Set<String> doors, Set<String> lines) {
        if (line == null || BOX.matcher(line).find()) {
            return;
        }
        var door = DOOR.matcher(line);
        var last = DOOR_LAST.matcher(line);
        if (door.matches()) {
            doors.add(door(door.group(1), door.group(2)));
        } else if (last.matches()) {
            doors.add(door(last.group(2), last.group(1)));
        } else if (folded(line).length() >= LEAST_LINE) {
            lines.add(folded(line));
        }
    }

    private static String door(String number, String street) {
        return folded(number) + " "
                + folded(AddressDetector.withoutStreetType(street)).split(" ", -1)[0];
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\d]+", " ").strip();
    }

    private static @Nullable Double degrees(ObjectNode location, String axis) {
        var value = location.get(axis);
        return value != null && value.isNumber() ? Double.valueOf(value.asDouble()) : null;
    }
}
