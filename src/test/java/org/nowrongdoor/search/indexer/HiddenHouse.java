package org.nowrongdoor.search.indexer;

import io.restassured.response.Response;
import java.util.UUID;
import java.util.stream.Stream;

/** A service at an address of its own that nothing else in the directory tells. */
record HiddenHouse(int number) {

    UUID id() {
        return new UUID(71, number);
    }

    UUID location() {
        return new UUID(72, number);
    }

    HiddenHouse neighbour() {
        return new HiddenHouse(number + 1000);
    }

    String path() {
        return "/services/" + id();
    }

    String name() {
        return "Willowmere" + (char) ('a' + number % 26);
    }

    String street() {
        return "Quietwater" + (char) ('a' + number % 26);
    }

    String latitude() {
        return "44.9" + (6101 + 37 * number);
    }

    String longitude() {
        return "-93.2" + (6203 + 41 * number);
    }

    String json(String policy) {
        return record(policy, """
                , "service_at_locations": [{"id": "%s", "location": %s}]""".formatted(new UUID(73, number), place()));
    }

    String withoutLocation() {
        return record("public", ", \"service_at_locations\": []");
    }

    /** The neighbour's record, given where this one is. */
    String atSameLocation(String policy) {
        return neighbour().record(policy, """
                , "service_at_locations": [{"id": "%s", "location": %s}]""".formatted(new UUID(74, number), place()));
    }

    private String place() {
        return """
                {"id": "%s", "location_type": "physical", "name": "House in %s", "latitude": %s, "longitude": %s,
                 "organization_id": "%s", "addresses": [{"id": "%s", "address_1": "4711 %s Lane", "city": "Minneapolis",
                 "state_province": "MN", "postal_code": "55404", "country": "US", "address_type": "physical"}]}""".formatted(
                        location(), street(), latitude(), longitude(), organization(), new UUID(75, number), street());
    }

    private UUID organization() {
        return new UUID(76, number % 1000);
    }

    private String record(String policy, String more) {
        return """
                {"id": "%s", "name": "%s", "status": "active", "kind": "service", "location_policy": "%s",
                 "description": "A bed for tonight.", "phones": [{"number": "612-555-0171", "type": "voice"}],
                 "eligibility": {"attribute": "age", "min": 18, "reason": "funding", "as_stated": "adults"},
                 "attributes": [{"link_type": "service_type", "taxonomy_term": {"code": "shelter.emergency"}}],
                 "service_areas": [{"name": "Hennepin", "extent": "27053", "extent_type": "text"}],
                 "organization": {"id": "%s", "name": "House of %s", "description": "It helps."}%s}""".formatted(id(), name(), policy, organization(), name(), more).replace("\n", " ");
    }

    /** Whether an answer tells the street or the point. */
    boolean isShownIn(Response answer) {
        var text = answer.asString();
        return Stream.of(street() + " Lane", "House in " + street(), latitude(), longitude())
                .anyMatch(text::contains);
    }
}
