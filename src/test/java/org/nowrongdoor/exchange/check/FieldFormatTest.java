package org.nowrongdoor.exchange.check;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.nowrongdoor.support.DirectoryForTests.editor;
import static org.nowrongdoor.support.DirectoryForTests.importLines;
import static org.nowrongdoor.support.DirectoryForTests.put;
import static org.nowrongdoor.support.DirectoryForTests.service;
import static org.nowrongdoor.support.Json.json;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.StoredText;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@SuppressWarnings("NullAway.Init")
class FieldFormatTest {

    private final UUID id = UUID.randomUUID();

    @Inject
    DataSource source;

    private static final String BAD = """
            "phones": [{"number": "ask for Wren"}]                                | /phones/0/number
            "phones": [{"number": "612-555-0142", "extension": "Wren"}]           | /phones/0/extension
            "phones": [{"number": "612-555-0142", "type": "Wren"}]                | /phones/0/type
            "phones": [{"number": "612-555-0142", "id": "Wren"}]                  | /phones/0/id
            "phones": [{"number": "612-555-0142 or 651-555-0101 Wren"}]           | /phones/0/number
            "languages": [{"code": "Wren"}]                                       | /languages/0/code
            "languages": [{"code": "es"}, {"name": "Spanish", "code": "Wren"}]    | /languages/1/code
            "cost_options": [{"currency": "Wren"}]                                | /cost_options/0/currency
            "email": "Wren"                                                       | /email
            "url": "https://wren@evil.example/Wren"                               | /url
            "url": "https://pаypal.com/Wren"                                      | /url
            "additional_urls": [{"label": "x", "url": "Wren"}]                    | /additional_urls/0/url
            "contacts": [{"name": "Desk", "email": "Wren"}]                       | /contacts/0/email""";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = BAD)
    void anEditSaysWhichFieldCannotBeRead(String members, String pointer) {
        put("/services/" + id, service(id, members + ","))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem(pointer))
                .body("errors.detail", hasItem(containsString("must be")));
        given().get("/services/" + id).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = BAD)
    void anImportGoesOnWithoutThePart(String members, String pointer) {
        var run = importLines("", service(id, members + ", \"alert\": \"Ring twice\","));
        assertEquals("completed", run.path("status"), run.asString());
        editor().get(run.<String>path("faults"))
                .then()
                .body("faults", hasSize(0))
                .body("warnings.pointer", hasItem(pointer))
                .body("warnings.value", not(hasItem(containsString("Wren"))));
        given().get("/services/" + id)
                .then()
                .statusCode(200)
                .body("alert", equalTo("Ring twice"))
                .body(not(containsString("Wren")));
        assertFalse(StoredText.records(source)
                .lines()
                .anyMatch(line -> line.contains(id.toString()) && line.contains("Wren")));
    }

    @Test
    void theOtherPhonesStay() {
        importLines(
                "",
                service(
                        id,
                        json("'phones': [{'number': 'ask inside'}, {'number': '612-555-0142', 'extension': 'ext. 12'},"
                                + " {'number': '612-555-0143 x 7'}],")));
        given().get("/services/" + id)
                .then()
                .body("phones.number", equalTo(List.of("612-555-0142", "612-555-0143")))
                .body("phones.extension", equalTo(List.of(12, 7)));
    }

    @Test
    void aRecordWhoseOwnIdCannotBeReadIsRefused() {
        var run = importLines("?partial=true", service(id, "").replace(id.toString(), "not an id"));
        assertEquals(1, run.jsonPath().getInt("totals.refused"), run.asString());
    }

    @Test
    void aTermIsCalledWhatTheTaxonomyCallsIt() {
        var code = given().get("/taxonomy_terms?per_page=1").jsonPath();
        put(
                        "/services/" + id,
                        service(
                                id,
                                json("'attributes': [{'link_type': 'service_type', 'taxonomy_term':"
                                                + " {'code': '%s', 'name': 'At Wren Street', 'description': 'Wren'}}],")
                                        .formatted(code.getString("contents[0].code"))))
                .then()
                .statusCode(201)
                .body("attributes[0].taxonomy_term.name", equalTo(code.getString("contents[0].name")))
                .body(not(containsString("Wren")));
    }

    @Test
    void aConfidentialRecordKeepsLinksToItsOwnSitesAlone() {
        var urls = List.of(
                "https://g.page/wren",
                "https://geohash.org/9zvxg",
                "https://mapy.cz/s/wren",
                "https://maps.app.goo.gl/wren",
                "https://example.net/?x=44.97&y=-93.26",
                "https://doors.example/at?lat=44.97",
                "https://doors.example/44.97651,-93.27612",
                "https://bit.ly/wren",
                "https://www.facebook.com/wren",
                "https://doors.example/chat",
                "https://www.doors.example/help",
                "https://www.thehotline.org/");
        var links = String.join(
                ", ",
                urls.stream()
                        .map(url -> json("{'label': 'l', 'url': '%s'}").formatted(url))
                        .toList());
        var record = service(
                        id,
                        json("'location_policy': 'confidential', 'url': 'https://doors.example', 'additional_urls': [")
                                + links
                                + json("], 'description': 'More at https://g.page/wren and https://doors.example/a.',"))
                .replace("\"Doors\"", json("'Doors', 'website': 'https://doors.example'"));
        put("/services/" + id, record)
                .then()
                .statusCode(201)
                .body("url", equalTo("https://doors.example"))
                .body("additional_urls.url", equalTo(urls.subList(9, 12)))
                .body("description", equalTo("More at [link withheld] and https://doors.example/a."))
                .body("phones", nullValue());
    }
}
