package org.nowrongdoor.fhir;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.Json.json;
import static org.nowrongdoor.support.StoredForTests.aService;
import static org.nowrongdoor.support.StoredForTests.anOrganization;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.StoredForTests;
import org.nowrongdoor.taxonomy.TermIds;

/** The directory as FHIR R4, read back by the reference implementation. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class FhirTest {

    private static final String SECRET = "Stillwater";

    private final UUID organization = UUID.randomUUID();
    private final UUID open = UUID.randomUUID();
    private final UUID quiet = UUID.randomUUID();
    private final UUID place = UUID.randomUUID();
    private final UUID quietPlace = UUID.randomUUID();

    @Inject
    StoredForTests stored;

    @BeforeEach
    void store() {
        stored.organization(anOrganization(organization, "Ñandú House"));
        stored.service(aService(open, organization, """
                , "url": "https://open.example", "email": "desk@open.example",
                  "description": "Beds and meals.", "eligibility_description": "Adults.",
                  "eligibility": {"all_of": [{"attribute": "age", "min": 18, "strength": "hard", "as_stated": "18 and over"}]},
                  "facts": {"id_required": {"value": "no"}, "curfew": {"value": "unknown"}},
                  "disclosures": [{"code": "mandated_reporter", "text": "Staff must report child abuse."}],
                  "attributes": [{"id": "%s", "link_type": "service_type", "taxonomy_term": {"id": "%s",
                     "code": "shelter.emergency", "name": "Emergency shelter", "description": "Tonight."}}],
                  "phones": [{"id": "%s", "number": "612-555-0101", "extension": 7},
                             {"id": "%s", "number": "612-555-0102", "type": "text"}],
                  "languages": [{"id": "%s", "code": "es", "name": "Spanish"}],
                  "schedules": [{"id": "%s", "freq": "WEEKLY", "byday": "MO,FR", "opens_at": "22:00", "closes_at": "06:00"},
                                {"id": "%s", "freq": "MONTHLY", "byday": "1SA", "opens_at": "10:00", "closes_at": "12:00"}],
                  "service_areas": [{"id": "%s", "name": "Minneapolis", "extent": "MN/minneapolis", "extent_type": "text"}],
                  "service_at_locations": [{"id": "%s", "location": {"id": "%s", "location_type": "physical",
                     "name": "Open House", "latitude": 44.98, "longitude": -93.27, "addresses": [{"id": "%s",
                     "address_1": "1 Main Street", "city": "Minneapolis", "state_province": "MN", "postal_code": "55404",
                     "country": "US", "address_type": "physical"}]}}]""".formatted(
                        UUID.randomUUID(),
                        TermIds.of("shelter.emergency"),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        place,
                        UUID.randomUUID())));
        stored.service(aService(quiet, organization, """
                , "location_policy": "confidential", "service_areas": [
                    {"id": "%s", "name": "%s", "extent": "MN/duluth", "extent_type": "text"},
                    {"id": "%s", "name": "Minnesota", "extent": "MN", "extent_type": "text"}],
                  "service_at_locations": [{"id": "%s", "location": {"id": "%s", "location_type": "physical",
                     "name": "%s House", "latitude": 44.98, "longitude": -93.27, "addresses": [{"id": "%s",
                     "address_1": "5 %s Lane", "city": "%s", "state_province": "MN", "postal_code": "55404",
                     "country": "US", "address_type": "physical"}]}}]""".formatted(
                        UUID.randomUUID(),
                        SECRET,
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        quietPlace,
                        SECRET,
                        UUID.randomUUID(),
                        SECRET,
                        SECRET)));
    }

    @AfterEach
    void forget() {
        stored.forget();
    }

    private static Response fhir(String path) {
        return given().get("/fhir/" + path);
    }

    private Bundle search(String type, String query) {
        var answer = given().urlEncodingEnabled(true).get("/fhir/" + type + "?" + query);
        assertEquals(200, answer.statusCode(), answer.asString());
        return StrictFhir.read(Bundle.class, answer);
    }

    /** The id of a resource: a client takes it from the full URL, which is a URN where no public URL is set. */
    private static String plain(Resource resource) {
        return resource.getIdElement().getIdPart().replace("urn:uuid:", "");
    }

    @Test
    void anEntryIsNamedByAUrnWhereNoAddressOfOursIsKnownAndReadByIt() {
        fhir("HealthcareService?_id=" + open)
                .then()
                .body("entry[0].fullUrl", equalTo("urn:uuid:" + open))
                .body("entry[0].resource.id", equalTo(open.toString()));
        fhir("HealthcareService/urn:uuid:" + open).then().statusCode(200).body("id", equalTo(open.toString()));
        fhir("HealthcareService/urn:uuid:urn:uuid:" + open).then().statusCode(404);
    }

    @Test
    void whatIsToldFirstIsInTheLanguageThatIsAskedFor() {
        var id = stored.service(aService(
                UUID.randomUUID(),
                organization,
                json(", 'facts': {'mandated_reporter': {'value': 'yes'}, 'contact_preference':"
                        + " {'value': 'introduction'}}")));
        given().header("Accept-Language", "es-MX, en;q=0.5")
                .get("/fhir/HealthcareService/" + id)
                .then()
                .statusCode(200)
                .header("Content-Language", equalTo("es"))
                .body("comment", containsString("Piden que alguien le presente primero."));
        given().header("Accept-Language", "fr")
                .get("/fhir/HealthcareService/" + id)
                .then()
                .header("Content-Language", equalTo("en"))
                .body("comment", containsString("They ask that someone introduces you first."));
        assertTrue(fhir("HealthcareService/" + id)
                .headers()
                .getValues("Vary")
                .toString()
                .contains("Accept-Language"));
    }

    private static Set<String> ids(Bundle bundle) {
        var ids = new HashSet<String>();
        bundle.getEntry().forEach(entry -> ids.add(plain(entry.getResource())));
        return ids;
    }

    private boolean finds(String type, String query, UUID id) {
        return ids(search(type, "_id=" + id + (query.isEmpty() ? "" : "&" + query)))
                .contains(id.toString());
    }

    @Test
    void aServiceIsReadWithAllThatFhirHasAPlaceFor() {
        var answer = fhir("HealthcareService/" + open);
        answer.then().statusCode(200).contentType(startsWith("application/fhir+json"));
        var service = StrictFhir.read(HealthcareService.class, answer);
        assertTrue(service.getActive());
        assertEquals("Organization/" + organization, service.getProvidedBy().getReference());
        assertEquals("Location/" + place, service.getLocationFirstRep().getReference());
        assertEquals(
                "shelter.emergency",
                service.getTypeFirstRep().getCodingFirstRep().getCode());
        assertEquals("shelter", service.getTypeFirstRep().getCoding().get(1).getCode());
        assertEquals("Staff must report child abuse.", service.getComment());
        assertEquals("612-555-0101 x7", service.getTelecomFirstRep().getValue());
        assertEquals(
                "Location/region-MN.minneapolis",
                service.getCoverageAreaFirstRep().getReference());
        assertEquals("18 and over", service.getEligibility().get(1).getComment());
        assertEquals(1, service.getCharacteristic().size());
        assertEquals(
                "es", service.getCommunicationFirstRep().getCodingFirstRep().getCode());
        assertEquals(2, service.getAvailableTime().size());
        assertEquals(
                "sat",
                service.getAvailableTime()
                        .get(1)
                        .getDaysOfWeek()
                        .get(1)
                        .getCode()
                        .toString());
        assertTrue(service.getAvailabilityExceptions().contains("1SA"));
    }

    @Test
    void disclosuresStandBeforeAnyWayToReachTheService() {
        var text = fhir("HealthcareService/" + open).asString();
        assertTrue(text.indexOf("Staff must report") < text.indexOf("612-555"), text);
    }

    @Test
    void everyReferenceLeadsToAResource() {
        var service = StrictFhir.read(HealthcareService.class, fhir("HealthcareService/" + open));
        var organization =
                StrictFhir.read(Organization.class, fhir(service.getProvidedBy().getReference()));
        assertEquals("Ñandú House", organization.getName());
        var site = StrictFhir.read(
                Location.class, fhir(service.getLocationFirstRep().getReference()));
        assertEquals("55404", site.getAddress().getPostalCode());
        assertEquals(
                "Organization/" + this.organization,
                site.getManagingOrganization().getReference());
        var area = StrictFhir.read(
                Location.class, fhir(service.getCoverageAreaFirstRep().getReference()));
        assertEquals("Minneapolis, MN", area.getName());
        var county = StrictFhir.read(Location.class, fhir(area.getPartOf().getReference()));
        assertEquals("Hennepin County, MN", county.getName());
    }

    @Test
    void nothingTellsWhereAQuietPlaceIs() {
        var answers = new ArrayList<String>();
        answers.add(fhir("HealthcareService/" + quiet).asString());
        answers.add(fhir("Location/" + quietPlace).asString());
        answers.add(fhir("Organization/" + organization).asString());
        for (var query : List.of("", "?near=44.98|-93.27|500|km", "?address-postalcode=55404", "?name=" + SECRET)) {
            answers.add(fhir("Location" + query).asString());
        }
        answers.add(fhir("HealthcareService?organization=" + organization).asString());
        answers.forEach(answer -> {
            assertFalse(answer.replace("name=" + SECRET, "").contains(SECRET), answer);
            assertFalse(answer.contains("44.98\"") || answer.contains(quietPlace + "\",\"search"), answer);
        });
        assertFalse(finds("Location", "near=44.98|-93.27|500|km", quietPlace));
        assertFalse(finds("Location", "", quietPlace));
        assertNull(StrictFhir.read(Location.class, fhir("Location/" + quietPlace))
                .getAddress()
                .getCity());
        assertFalse(finds("HealthcareService", "location=Location/" + quietPlace, quiet));
    }

    @Test
    void aQuietServiceAnswersToTheAreasThatItTellsAndToNoOther() {
        var everywhere = new HashSet<Boolean>();
        for (var region : List.of("MN/duluth", "MN/minneapolis", "27137", "27053", "MN")) {
            everywhere.add(finds("HealthcareService", "coverage-area=" + region, quiet));
        }
        assertEquals(Set.of(true), everywhere);
        stored.sql("update service set location_policy = 'HIDDEN', body = jsonb_set(body,"
                + " '{service_areas,1,extent}', '\"WI\"')"
                + " where id = '" + quiet + "'");
        assertFalse(finds("HealthcareService", "coverage-area=MN/duluth", quiet));
        assertTrue(finds("HealthcareService", "coverage-area=WI", quiet));
    }

    @ParameterizedTest
    @CsvSource({
        "name=open, true",
        "name=ope, true",
        "name=door, false",
        "name:contains=DOOR, true",
        "name:exact=Open door, true",
        "name:exact=Open, false",
        "active=true, true",
        "active=false, false",
        "service-type=shelter.emergency, true",
        "service-type=shelter, true",
        "service-type=http://else|shelter, false",
        "service-type=no.such, false",
        "coverage-area=MN/minneapolis, true",
        "coverage-area=Location/region-27053, true",
        "coverage-area=Location/region-MN, true",
        "coverage-area=WI, false"
    })
    void aServiceIsFoundByWhatItIs(String query, boolean isFound) {
        assertEquals(isFound, finds("HealthcareService", query, open));
    }

    @Test
    void aServiceIsFoundByItsProviderAndByItsPlace() {
        assertTrue(finds("HealthcareService", "organization=Organization/" + organization, open));
        assertFalse(finds("HealthcareService", "organization=" + UUID.randomUUID(), open));
        assertTrue(finds("HealthcareService", "location=Location/" + place, open));
        assertFalse(finds("HealthcareService", "location=" + UUID.randomUUID(), open));
    }

    @ParameterizedTest
    @CsvSource({
        // One degree of latitude is 111.195 km on the sphere; at 44.98 degrees a degree of longitude is 78.65 km.
        "44.98|-93.27|1|km, true",
        "45.98|-93.27|112|km, true",
        "45.98|-93.27|111|km, false",
        "44.98|-92.27|79|km, true",
        "44.98|-92.27|78|km, false",
        "45.68|-92.37|105|km, true",
        "45.68|-92.37|104|km, false",
        "45.98|-93.27|70|mi, true",
        "45.98|-93.27|69|[mi_i], false",
        "44.98|-93.27, true"
    })
    void nearIsATrueRadius(String near, boolean isFound) {
        assertEquals(isFound, finds("Location", "near=" + near, place));
    }

    @Test
    void theNearestPlaceComesFirstAndPagesGoOnWithoutGapOrRepeat() {
        var names = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            stored.location("""
        {"id": "%s", "location_type": "physical", "name": "Row %s", "latitude": %s, "longitude": 144.8}""".formatted(UUID.randomUUID(), i, (13.0 + (i % 3) * 0.01)));
        }
        var at = "Location?near=13.0|144.8|50|km&_count=2";
        var metres = new ArrayList<Integer>();
        while (!at.isEmpty()) {
            var answer = given().urlEncodingEnabled(!at.contains("%")).get("/fhir/" + at);
            var page = StrictFhir.read(Bundle.class, answer);
            assertEquals(5, page.getTotal());
            page.getEntry().forEach(entry -> {
                names.add(((Location) entry.getResource()).getName());
                metres.add(Integer.valueOf(entry.getSearch()
                        .getExtensionFirstRep()
                        .getValue()
                        .castToQuantity(entry.getSearch().getExtensionFirstRep().getValue())
                        .getValue()
                        .intValue()));
            });
            var next = page.getLink("next");
            at = next == null ? "" : next.getUrl().replaceFirst(".*/fhir/", "");
        }
        assertEquals(5, new HashSet<>(names).size(), names.toString());
        assertEquals(metres.stream().sorted().toList(), metres);
    }

    @Test
    void pagesOfServicesGoOnWithoutGapOrRepeat() {
        var more = new HashSet<String>(Set.of(open.toString(), quiet.toString()));
        for (int i = 0; i < 5; i++) {
            more.add(stored.service(aService(UUID.randomUUID(), organization, ""))
                    .toString());
        }
        var found = new ArrayList<String>();
        var at = "HealthcareService?_count=3&organization=" + organization;
        while (!at.isEmpty()) {
            var page = StrictFhir.read(
                    Bundle.class, given().urlEncodingEnabled(false).get("/fhir/" + at));
            assertEquals(7, page.getTotal());
            page.getEntry().forEach(entry -> found.add(plain(entry.getResource())));
            at = page.getLink("next") == null
                    ? ""
                    : page.getLink("next").getUrl().replaceFirst(".*/fhir/", "");
        }
        assertEquals(7, found.size());
        assertEquals(more, new HashSet<>(found));
    }

    @Test
    void aSearchInTheBodyFindsTheSame() {
        var answer = given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("name", "Ñandu h")
                .formParam("_count", "100")
                .post("/fhir/Organization/_search");
        var bundle = StrictFhir.read(Bundle.class, answer);
        assertTrue(ids(bundle).contains(organization.toString()), answer.asString());
    }

    @Test
    void aLawIsNoHealthcareService() {
        var law = stored.service(aService(UUID.randomUUID(), organization, json(", 'kind': 'law'")));
        fhir("HealthcareService/" + law).then().statusCode(404);
    }

    @Test
    void theStatementNamesWhatIsThere() {
        var statement = StrictFhir.read(CapabilityStatement.class, fhir("metadata"));
        assertEquals("4.0.1", statement.getFhirVersion().toCode());
        for (var resource : statement.getRestFirstRep().getResource()) {
            resource.getSearchParam().forEach(parameter -> {
                var value = switch (parameter.getName()) {
                    case "near" -> "44.98|-93.27|1|km";
                    case "active" -> "true";
                    case "coverage-area" -> "MN";
                    default -> "x";
                };
                search(resource.getType(), parameter.getName() + "=" + value);
            });
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HealthcareService?nam=x",
                "HealthcareService?_count=101",
                "HealthcareService?active=perhaps",
                "HealthcareService?coverage-area=Atlantis",
                "HealthcareService?organization=Location/1",
                "Location?near=here",
                "Location?near=91|0|1|km",
                "Location?near=44|-93|1|ly",
                "Location?_after=x"
            })
    void whatCannotBeHeededIsRefusedInFhirsWords(String path) {
        var answer = fhir(path);
        answer.then().statusCode(400).contentType(startsWith("application/fhir+json"));
        var issue = StrictFhir.read(OperationOutcome.class, answer).getIssueFirstRep();
        assertEquals(OperationOutcome.IssueSeverity.ERROR, issue.getSeverity());
        assertFalse(issue.getDiagnostics().isEmpty());
    }

    @Test
    void whatIsNotThereIsAnOutcomeToo() {
        for (var path : List.of(
                "HealthcareService/" + UUID.randomUUID(), "Location/region-Atlantis", "Patient/1", "Organization/x")) {
            var answer = fhir(path);
            assertEquals(404, answer.statusCode(), path);
            StrictFhir.read(OperationOutcome.class, answer);
        }
        assertEquals(406, fhir("metadata?_format=xml").statusCode());
        StrictFhir.read(
                OperationOutcome.class, given().accept("application/fhir+xml").get("/fhir/metadata"));
    }

    @Test
    void whoHasItAlreadyIsToldSo() {
        var tag = fhir("HealthcareService/" + open).header("ETag");
        given().header("If-None-Match", tag)
                .get("/fhir/HealthcareService/" + open)
                .then()
                .statusCode(304);
    }
}
