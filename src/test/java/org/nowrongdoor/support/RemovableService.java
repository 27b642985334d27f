package org.nowrongdoor.support;

import static org.nowrongdoor.support.Json.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** A service of an organisation with two more, whose address stands wherever an address can stand, in words that nothing
 *  else uses.
 *  @param mark five digits of its own */
public record RemovableService(int mark) {

    public UUID id(String what) {
        return UUID.nameUUIDFromBytes((what + mark).getBytes(StandardCharsets.UTF_8));
    }

    public String path(String kind) {
        return "/" + kind + "s/" + id(kind);
    }

    public String house() {
        return "7" + mark;
    }

    /** Letters for digits: a street is no number. */
    public String street() {
        var letters = new StringBuilder("Quill");
        String.valueOf(mark).chars().forEach(digit -> letters.append((char) (digit - '0' + 'k')));
        return letters.toString();
    }

    public String line() {
        return house() + " " + street() + " Street";
    }

    public String phone() {
        return "612-55%d-%04d".formatted(mark / 10_000, mark % 10_000);
    }

    /** What tells where it is. */
    public List<String> address() {
        return List.of(house(), street(), street().toLowerCase(Locale.ROOT), "44." + mark + "1", "93." + mark + "2");
    }

    /** What tells of it at all. */
    public List<String> everything() {
        var all = new ArrayList<>(address());
        all.addAll(List.of(phone(), "Canary" + mark));
        return all;
    }

    /** The service with its organisation and location. */
    public String service(String more) {
        return """
                {"id": "%s", "name": "Haven Canary#MARK", "status": "active", #MORE
                 "description": "A house at #LINE. Canary#MARK.", "alert": "Find us at #LINE",
                 "translations": {"es": {"description": "Casa Canary#MARK.", "alert": "Venga a #LINE"}},
                 "phones": [{"number": "#PHONE", "description": "the desk at #LINE"}],
                 "organization": {"id": "%s", "name": "Havens", "description": "Come to #LINE"},
                 "service_at_locations": [{"id": "%s", "description": "ring at #LINE", "location": #PLACE}]}""".formatted(id("service"), id("organization"), id("service_at_location"))
                .replace("#PLACE", location(id("location"), ""))
                .replace("#MORE", more)
                .transform(this::filled);
    }

    /** A location of the organisation at the address. */
    public String location(UUID id, String more) {
        return """
                {"id": "%s", "organization_id": "%s", "location_type": "physical", "name": "#LINE house", #MORE
                 "latitude": 44.#MARK1, "longitude": -93.#MARK2, "transportation": "Bus 5 to #LINE",
                 "addresses": [{"address_1": "#LINE", "city": "Minneapolis", "state_province": "MN",
                   "postal_code": "55487", "country": "US", "address_type": "physical"}]}""".formatted(id, id("organization")).replace("#MORE", more).transform(this::filled);
    }

    /** Another service of the organisation, without a location, that writes of the address. */
    public String sibling() {
        return json("{'id': '%s', 'name': 'Sister', 'status': 'active', 'organization_id': '%s',"
                        + " 'description': 'Clothes are given out at #LINE on Mondays.'}")
                .formatted(id("sibling"), id("organization"))
                .transform(this::filled);
    }

    private String filled(String text) {
        return text.replace("#LINE", line())
                .replace("#PHONE", phone())
                .replace("#MARK", String.valueOf(mark))
                .replace("\n", " ");
    }
}
