package org.nowrongdoor.drill;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/** A county with twenty hidden sites among public ones. Where the hidden ones are is a matter of the seed alone. */
final class AttackData {

    private static final int PUBLIC_ONES = 150;
    private static final long ELSEWHERE = 42;
    private static final String[] NEEDS = {"substance.naloxone", "case.case_management", "basic.hygiene"};

    private AttackData() {}

    /** The hidden sites as they are imported. */
    static List<HiddenPlaces> hidden(long seed) {
        return places(seed).subList(0, 15);
    }

    /** Those that were public once. */
    static List<HiddenPlaces> tightened(long seed) {
        return places(seed).subList(15, 20);
    }

    static List<HiddenPlaces> places(long seed) {
        var random = new Random(seed);
        var places = new ArrayList<HiddenPlaces>();
        for (int key = 0; key < 20; key++) {
            var both = key % 3 == 2 && key < 15;
            places.add(new HiddenPlaces(
                            key,
                            "1000",
                            both ? "public" : key % 2 == 0 ? "confidential" : "hidden",
                            both ? (key % 2 == 0 ? "confidential" : "hidden") : "public")
                    .movedTo(1000 + random.nextInt(9000)));
        }
        return places;
    }

    /** The import: public services, the same whatever the seed, and the hidden ones among them. */
    static String ndjson(long seed) {
        var random = new Random(ELSEWHERE);
        var lines = new ArrayList<String>();
        for (int i = 0; i < PUBLIC_ONES; i++) {
            lines.add(aPublicOne(i, random));
        }
        var hidden = hidden(seed);
        for (int i = 0; i < hidden.size(); i++) {
            lines.add(i * 9, hidden.get(i).json());
        }
        return String.join("\n", lines);
    }

    private static String aPublicOne(int number, Random random) {
        return String.format(
                        Locale.ROOT,
                        """
                {"id": "%s", "name": "Door %d", "status": "active", "location_policy": "public",
                 "organization": {"id": "%s", "name": "Doors %d", "description": "It helps."},
                 "phones": [{"number": "612-555-01%02d"}],
                 "attributes": [{"link_type": "service_type", "taxonomy_term": {"code": "%s"}}],
                 "service_areas": [{"extent": "%s", "extent_type": "text", "name": "Area"}],
                 "service_at_locations": [{"id": "%s", "location": {"id": "%s", "location_type": "physical",
                   "latitude": %.5f, "longitude": %.5f, "addresses": [{"address_1": "%d Main Street",
                   "city": "Minneapolis", "state_province": "MN", "postal_code": "554%02d", "country": "US",
                   "address_type": "physical"}]}}]}""",
                        id("s", number),
                        number,
                        id("o", number / 3),
                        number / 3,
                        number % 100,
                        NEEDS[number % 3],
                        number % 5 == 0 ? "MN" : "27053",
                        id("a", number),
                        id("l", number),
                        44.8 + random.nextDouble() * 0.4,
                        -93.7 + random.nextDouble() * 0.5,
                        number + 1,
                        number % 60)
                .replace("\n", " ");
    }

    private static UUID id(String what, int number) {
        return UUID.nameUUIDFromBytes((what + "/" + number).getBytes(StandardCharsets.UTF_8));
    }
}
