package org.nowrongdoor.exchange.check;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.DirectoryForTests;
import org.nowrongdoor.support.PoisonForTests;

/** The bounds of a schedule, at every door of the directory. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ScheduleRulesTest {

    private static final String WEEKLY = """
            {"freq": "WEEKLY", "byday": "MO", "opens_at": "09:00", "closes_at": "17:00"}""";
    private static final String NEVER = """
            {"freq": "MONTHLY", "interval": 12, "bymonthday": "30", "dtstart": "2020-02-29"}""";

    @Inject
    PoisonForTests poison;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "{'freq': 'MONTHLY', 'interval': 2147483647, 'bymonthday': '31'} | interval | to 120, was 2147483647",
                "{'freq': 'MONTHLY', 'interval': 12, 'bymonthday': '30', 'dtstart': '2020-02-29'} | bymonthday | never comes",
                "{'freq': 'MONTHLY', 'byday': '6MO'} | byday | from 1 to 5",
                "{'freq': 'WEEKLY', 'byday': 'MO', 'timezone': 1e29} | timezone | from -12 to 14",
                "{'freq': 'WEEKLY', 'byday': 'MO', 'interval': 0} | interval | from 1 to 120, was 0",
                "{'freq': 'WEEKLY', 'byday': 'MO', 'interval': -1} | interval | from 1 to 120, was -1",
                "{'freq': 'WEEKLY', 'byday': 'MO', 'count': 1e29} | count | from 1 to 10000",
                "{'freq': 'HOURLY', 'byday': 'MO'} | freq | must be one of WEEKLY, MONTHLY",
                "{'freq': 'WEEKLY', 'byday': '12 Elm Street'} | byday | must be days such as MO,TU",
                "{'freq': 'WEEKLY', 'byday': 'MO', 'opens_at': '09:00+99:99'} | opens_at | clock time"
            })
    void anEditOutOfBoundsIsRefused(String schedule, String member, String detail) {
        var id = UUID.randomUUID();
        var part = "\"schedules\": [" + schedule.replace('\'', '"') + "]";
        DirectoryForTests.put("/services/" + id, DirectoryForTests.service(id, part + ","))
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/schedules/0/" + member)))
                .body("detail", containsString(detail));
        DirectoryForTests.put("/services/" + id, DirectoryForTests.service(id, ""))
                .then()
                .statusCode(201);
        patch(id, "{" + part + "}").then().statusCode(422).body("errors.pointer", hasItem("/schedules/0/" + member));
        given().contentType("application/json")
                .body("{" + part + "}")
                .patch(link(id))
                .then()
                .statusCode(422)
                .body("detail", containsString(detail));
    }

    private static Response patch(UUID id, String body) {
        return DirectoryForTests.editor()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(body)
                .patch("/services/" + id);
    }

    private static String link(UUID service) {
        String url = DirectoryForTests.editor()
                .contentType("application/json")
                .body("{}")
                .post("/services/" + service + "/invitations")
                .then()
                .statusCode(201)
                .extract()
                .path("url");
        return url.replaceFirst(".*(/provider/[^/]+)/page", "$1");
    }

    @Test
    void tooManySchedulesAreRefused() {
        var id = UUID.randomUUID();
        var many = IntStream.range(0, 367).mapToObj(i -> WEEKLY).collect(Collectors.joining(","));
        DirectoryForTests.put("/services/" + id, DirectoryForTests.service(id, "\"schedules\": [" + many + "],"))
                .then()
                .statusCode(422)
                .body("detail", containsString("must have at most 366 items"));
    }

    @Test
    void anImportKeepsTheWordsOfAScheduleThatCannotBeRead() {
        var id = UUID.randomUUID();
        var schedules = """
                "schedules": [%s, {"freq": "WEEKLY", "byday": "12 Elm Street", "opens_at": "10:00",
                 "closes_at": "11:00", "notes": "Ask first"}],""".formatted(WEEKLY);
        var run = DirectoryForTests.importLines("", DirectoryForTests.service(id, schedules));
        run.then().body("status", equalTo("completed")).body("totals.added", equalTo(1));
        DirectoryForTests.editor()
                .get("/imports/" + run.path("id") + "/faults")
                .then()
                .body("warnings.pointer", hasItem("/schedules/1/byday"))
                .body("warnings.remedy", hasItem(containsString("kept without its times")))
                .body(not(containsString("Elm")));
        given().get("/services/" + id)
                .then()
                .statusCode(200)
                .body("schedules", hasSize(2))
                .body("schedules[0].byday", equalTo("MO"))
                .body("schedules[1].notes", equalTo("Ask first"))
                .body("schedules[1].byday", nullValue())
                .body("schedules[1].opens_at", nullValue())
                .body(not(containsString("Elm")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "'freq': 'WEEKLY', 'byday': 'SA', 'opens_at': 'noonish', 'closes_at': 'late' | SA | |",
                "'freq': 'WEEKLY', 'byday': 'SA', 'opens_at': 'noonish', 'closes_at': '17:00' | SA | | 17:00",
                "'freq': 'WEEKLY', 'byday': 'Saturday', 'opens_at': '09:00', 'closes_at': '25:00' | SA | 09:00 |",
                "'byday': 'SA,SU', 'opens_at': '09:00+99:99', 'closes_at': '17:00' | SA,SU | | 17:00",
                "'freq': 'WEEKLY', 'byday': 'SA', 'opens_at': '09:00', 'closes_at': '17:00', 'timezone': 99 | SA | 09:00 | 17:00",
                // A rule of which a part is unread, and days that would be closed without their times, are not kept.
                "'freq': 'WEEKLY', 'byday': 'SA,xx', 'opens_at': '09:00', 'closes_at': '17:00' | | |",
                "'freq': 'HOURLY', 'byday': 'SA', 'opens_at': 'noonish', 'closes_at': '17:00' | | |",
                "'opens_at': 'noonish', 'closes_at': '17:00', 'valid_from': '2026-12-24', 'valid_to': '2026-12-24' | | |",
                "'freq': 'WEEKLY', 'byday': 'TH', 'opens_at': 'x', 'closes_at': 'y', 'dtstart': '2026-12-24', 'until': '2026-12-24' | | |",
                "'opens_at': 'noonish', 'closes_at': 'late', 'valid_from': '2026-12-01', 'valid_to': '2026-12-24' | | |"
            })
    void anImportKeepsTheDaysWhereOnlyTheTimesCannotBeRead(
            String schedule, @Nullable String byday, @Nullable String opens, @Nullable String closes) {
        var id = UUID.randomUUID();
        var part = "\"schedules\": [{" + schedule.replace('\'', '"') + ", \"notes\": \"Ask first\"}],";
        DirectoryForTests.importLines("", DirectoryForTests.service(id, part))
                .then()
                .body("status", equalTo("completed"));
        given().get("/services/" + id)
                .then()
                .body("schedules[0].notes", equalTo("Ask first"))
                .body("schedules[0].byday", equalTo(byday))
                .body("schedules[0].opens_at", equalTo(opens))
                .body("schedules[0].closes_at", equalTo(closes))
                .body("schedules[0].valid_from", nullValue())
                .body("schedules[0].until", nullValue());
    }

    @ParameterizedTest
    @CsvSource({"/service_at_locations/0/schedules/0/byday", "/service_at_locations/0/location/schedules/0/byday"})
    void theScheduleOfALocationAndOfTheServiceThereIsCheckedAlike(String pointer) {
        var id = UUID.randomUUID();
        var bad = "\"schedules\": [" + WEEKLY.replace("MO", "12 Elm Street") + "]";
        var isOfLocation = pointer.contains("/location/");
        var place = UUID.randomUUID();
        var location =
                "{\"id\": \"%s\", \"location_type\": \"physical\"%s}".formatted(place, isOfLocation ? "," + bad : "");
        var pair =
                "\"service_at_locations\": [{\"location\": %s%s}],".formatted(location, isOfLocation ? "" : "," + bad);
        DirectoryForTests.put("/services/" + id, DirectoryForTests.service(id, pair))
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of(pointer)));
        if (isOfLocation) {
            DirectoryForTests.put("/locations/" + place, location)
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", equalTo(List.of("/schedules/0/byday")));
        }
        var run = DirectoryForTests.importLines("", DirectoryForTests.service(id, pair));
        run.then().body("status", equalTo("completed"));
        DirectoryForTests.editor()
                .get("/imports/" + run.path("id") + "/faults")
                .then()
                .body("warnings.pointer", hasItem(pointer))
                .body(not(containsString("Elm")));
    }

    @Test
    void whatCanBeReadIsKeptInOneForm() {
        var id = UUID.randomUUID();
        DirectoryForTests.put("/services/" + id, DirectoryForTests.service(id, """
                        "schedules": [{"freq": "monthly", "byday": "+2 Monday; -1fr"}],"""))
                .then()
                .statusCode(201)
                .body("schedules[0].byday", equalTo("2MO,-1FR"))
                .body("schedules[0].freq", equalTo("MONTHLY"));
    }

    @Test
    void whatAnOlderVersionTookHoldsUpNoEditOfAnotherMember() {
        var id = UUID.randomUUID();
        DirectoryForTests.put("/services/" + id, DirectoryForTests.service(id, ""))
                .then()
                .statusCode(201);
        poison.body(id, "{\"schedules\": [{\"id\": \"" + UUID.randomUUID() + "\", " + NEVER.substring(1) + "]}");
        patch(id, "{\"location_policy\": \"confidential\"}")
                .then()
                .statusCode(200)
                .body("location_policy", equalTo("confidential"))
                .body("schedules[0].bymonthday", nullValue());
    }
}
