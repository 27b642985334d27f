package org.nowrongdoor.drill;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** A service whose place must not be found out, full of words that stand nowhere else.
 *  @param key which record it is
 *  @param mark where it is, and by what words that would be known */
record HiddenPlaces(int key, String mark, String policy, String placePolicy) {

    static HiddenPlaces of(int key, String policy, String placePolicy) {
        return new HiddenPlaces(key, String.valueOf(7310 + key), policy, placePolicy);
    }

    /** The same record at another place.
     *  @param number 1000 to 9999 */
    HiddenPlaces movedTo(int number) {
        return new HiddenPlaces(key, String.valueOf(number), policy, placePolicy);
    }

    UUID service() {
        return id("service");
    }

    UUID place() {
        return id("place");
    }

    UUID organization() {
        return id("organization");
    }

    UUID at() {
        return id("at");
    }

    private UUID id(String what) {
        return UUID.nameUUIDFromBytes((what + key).getBytes(StandardCharsets.UTF_8));
    }

    double latitude() {
        return 44 + Integer.parseInt(mark) / 10_000.0 + 0.000031;
    }

    double longitude() {
        return -93.2 - Integer.parseInt(mark) / 20_000.0 - 0.000047;
    }

    /** What must not be seen, heard or kept anywhere. */
    List<String> canaries() {
        return List.of(
                street(),
                house(),
                postal(),
                String.format(Locale.ROOT, "%.6f", latitude()),
                String.format(Locale.ROOT, "%.6f", -longitude()),
                "Hexagon-" + mark);
    }

    /** Letters for digits: a street is no number. */
    String street() {
        return "Quill"
                + mark.chars()
                        .mapToObj(digit -> Character.toString(digit - '0' + 'k'))
                        .reduce("", String::concat);
    }

    String house() {
        return "58" + mark;
    }

    String postal() {
        return "9" + mark;
    }

    /** The record as an editor would send it. */
    String json() {
        return """
                {"id": "%s", "name": "Haven house", "status": "active", "location_policy": "%s",
                 "description": "A house at #HOUSE #STREET St., Minneapolis, MN #POSTAL. Call 612-555-0142.",
                 "alert": "Find us: https://maps.example.org/?q=#HOUSE+#STREET+Street or #LAT,-#LON",
                 "organization": {"id": "%s", "name": "Havens #KEY", "description": "Office near #HOUSE #STREET Street"},
                 "phones": [{"number": "612-555-0142", "description": "front desk, #STREET Street entrance"}],
                 "attributes": [{"link_type": "service_type", "taxonomy_term": {"code": "shelter.emergency"}}],
                 "facts": {"fees": {"value": "free", "as_stated": "free at #HOUSE #STREET Street"}},
                 "service_areas": [{"extent": "MN/minneapolis", "extent_type": "text", "name": "Minneapolis, MN"}],
                 "service_at_locations": [{"id": "%s", "description": "ring at the door of #HOUSE #STREET Street",
                   "location": %s}]}""".formatted(service(), policy, organization(), at(), "#PLACE")
                .replace("#PLACE", placeJson())
                .transform(this::filled);
    }

    /** Its place as an editor would send it. */
    String placeJson() {
        return """
                {"id": "%s", "location_type": "physical", "name": "#HOUSE #STREET Street house",
                 "location_policy": "%s", "latitude": #LAT, "longitude": -#LON,
                 "transportation": "Bus 5 to #STREET Street", "external_identifier": "Hexagon-#MARK",
                 "addresses": [{"address_1": "#HOUSE #STREET Street", "city": "Minneapolis",
                   "state_province": "MN", "postal_code": "#POSTAL", "country": "US",
                   "address_type": "physical"}]}""".formatted(place(), placePolicy).transform(this::filled);
    }

    private String filled(String text) {
        return text.replace("#HOUSE", house())
                .replace("#STREET", street())
                .replace("#POSTAL", postal())
                .replace("#LAT", String.format(Locale.ROOT, "%.6f", latitude()))
                .replace("#LON", String.format(Locale.ROOT, "%.6f", -longitude()))
                .replace("#KEY", String.valueOf(key))
                .replace("#MARK", mark)
                .replace("\n", " ");
    }
}
