package org.nowrongdoor.exchange.redaction;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.nowrongdoor.support.DirectoryForTests.importLines;
import static org.nowrongdoor.support.Json.json;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.StoredText;

/** Random addresses in random places of random records: none of them is anywhere afterwards. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class RedactionPropertyTest {

    private static final int CASES = 300;
    private static final List<String> WAYS = List.of(
            "%1$s %2$s %3$s",
            "come to %1$s %2$s %3$s, unit 4",
            "%2$s %3$s no. %1$s",
            "the blue door at %1$s %2$s %3$s.",
            "%1$s  %2$s\\t%3$s (side entrance)",
            "on %2$s %3$s",
            "https://maps.example.org/place/%1$s+%2$s+%3$s/",
            "between %2$s and the river",
            "number %1$s");
    private static final List<String> TYPES =
            List.of("Street", "St.", "Ave", "avenue", "Blvd", "Road", "Ct", "Lane", "Parkway", "Drive NW", "Way");
    private static final List<String> FIELDS = List.of(
            json("'description': '%s'"),
            json("'alert': '%s'"),
            json("'application_process': 'First call. Then %s'"),
            json("'phones': [{'number': '612-555-0144', 'description': '%s'}]"),
            json("'contacts': [{'name': 'Desk', 'title': '%s'}]"),
            json("'schedules': [{'description': '%s'}]"),
            json("'required_documents': [{'document': '%s'}]"),
            json("'facts': {'fees': {'value': 'free', 'as_stated': '%s'}}"),
            json("'disclosures': [{'code': 'other', 'text': '%s'}]"),
            json("'eligibility': {'attribute': 'age', 'min': 18, 'as_stated': '%s'}"),
            json("'program': {'name': 'P', 'description': '%s'}"),
            json("'sources': [{'note': '%s'}]"),
            """
        "metadata": [{"last_action_date": "2020-01-01", "last_action_type": "update", "field_name": "x", \
        "previous_value": "%s", "replacement_value": "y", "updated_by": "z"}]""");

    @Inject
    DataSource source;

    private record Case(String house, String street, String line) {}

    @Test
    void noAddressOfAConfidentialPlaceIsAnywhere() {
        var random = new Random(20_240_601);
        var cases = new ArrayList<Case>();
        for (int i = 0; i < CASES; i++) {
            cases.add(make(random, i));
        }
        importLines("", String.join("\n", cases.stream().map(Case::line).toList()))
                .then()
                .body("status", equalTo("completed"))
                .body("totals.added", equalTo(CASES))
                .body("totals.redacted", equalTo(CASES));
        var text = StoredText.of(source);
        var numbers = all("(?<![0-9a-fA-F.-])[0-9]{6}(?![0-9a-fA-F-])", text);
        var names = all("Zq[a-z]+", text);
        for (var each : cases) {
            assertFalse(numbers.contains(each.house), each::line);
            assertFalse(names.stream().anyMatch(name -> name.startsWith(each.street)), each::line);
        }
    }

    private static Set<String> all(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    @Test
    void aMoveOfAConfidentialPlaceIsNotSeen() {
        importLines("", moved("7431 Quillback Street", "44.98")).then().body("totals.added", equalTo(1));
        var before = StoredText.records(source);
        importLines("", moved("12 Elsewhere Road NE", "45.1")).then().body("totals.unchanged", equalTo(1));
        assertEquals(before, StoredText.records(source));
    }

    private static String moved(String address, String latitude) {
        return """
                {"id": "%s", "name": "Haven", "status": "active", "location_policy": "confidential",
                 "description": "A house at %s, for anyone.",
                 "organization": {"name": "Havens", "description": "d"},
                 "service_at_locations": [{"location": {"location_type": "physical", "latitude": %s, "longitude": -93.26,
                   "addresses": [{"address_1": "%s", "city": "Minneapolis", "state_province": "MN",
                     "postal_code": "55404", "country": "US", "address_type": "physical"}]}}]}""".formatted(new UUID(32, 1), address, latitude, address).replace("\n", " ");
    }

    private static Case make(Random random, int number) {
        var house = Integer.toString(700_000 + number * 37 + random.nextInt(37));
        var street = "Zq" + Integer.toString(number + 10_000, 36).replaceAll("[0-9]", "u") + "ell";
        var way = pick(random, WAYS).formatted(house, street, pick(random, TYPES));
        var field = pick(random, FIELDS).formatted(way);
        var policy = random.nextBoolean() ? "confidential" : "hidden";
        var line = """
                {"id": "%s", "name": "Case %d", "status": "active", "location_policy": "%s", %s,
                 "organization": {"name": "Cases %d", "description": "Office: %s"},
                 "service_at_locations": [{"location": {"location_type": "physical", "latitude": 44.98, "longitude": -93.26,
                   "addresses": [{"address_1": "%s %s %s", "city": "Minneapolis", "state_province": "MN",
                     "postal_code": "55404", "country": "US", "address_type": "physical"}]}}]}""".formatted(
                        new UUID(31, number), number, policy, field, number, way, house, street, pick(random, TYPES))
                .replace("\n", " ");
        return new Case(house, street, line);
    }

    private static String pick(Random random, List<String> list) {
        return list.get(random.nextInt(list.size()));
    }
}
