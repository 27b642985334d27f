package org.nowrongdoor.fhir;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.Json.json;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.UUID;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.postgres.PostgresForTests;

/** A referral as Task and ServiceRequest, read back by the reference implementation. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ReferralTasksTest {

    private static final String CANARY = "Quillfeather";

    private final UUID service = UUID.randomUUID();
    private String referral;

    private static RequestSpecification admin() {
        return given().auth().oauth2("nwd_admin-of-the-tests").contentType("application/json");
    }

    @BeforeEach
    void send() {
        admin().body("""
                {"id": "%s", "name": "Task door", "status": "active",
                 "organization": {"id": "%s", "name": "Task house", "description": "It helps."}}""".formatted(service, UUID.randomUUID()))
                .put("/services/" + service)
                .then()
                .statusCode(201);
        var answer = admin().body("""
                {"service_id": "%s", "needs": ["shelter.emergency"], "priority": "urgent",
                 "person": {"alias": "%2$s"},
                 "consent": {"given_by": "%2$s", "method": "verbal", "to": "Task door", "purpose": "%2$s", "expires_at": "%3$s"}}""".formatted(service, CANARY, Instant.now().plusSeconds(86_400)))
                .post("/referrals");
        assertEquals(201, answer.statusCode(), answer.asString());
        referral = answer.path("id");
    }

    @Test
    void aTaskSaysHowItGoesAndNotWhomItIsAbout() {
        admin().body(json("{'to': 'rejected', 'reason': {'code': 'no-capacity'}}"))
                .post("/referrals/" + referral + "/transitions")
                .then()
                .statusCode(200);
        var answer = admin().get("/fhir/Task/" + referral);
        assertEquals(200, answer.statusCode(), answer.asString());
        assertFalse(answer.asString().contains(CANARY), answer.asString());
        var task = StrictFhir.read(Task.class, answer);
        assertEquals(Task.TaskStatus.REJECTED, task.getStatus());
        assertEquals("no-capacity", task.getStatusReason().getText());
        assertEquals("fulfill", task.getCode().getCodingFirstRep().getCode());
        assertEquals("HealthcareService/" + service, task.getOwner().getReference());
        assertEquals("masked", task.getFor().getExtensionFirstRep().getValue().primitiveValue());
        assertTrue(task.getMeta().getProfile().get(0).getValue().endsWith("SDOHCC-TaskForReferralManagement"));
        assertEquals("no-store", answer.header("Cache-Control"));
        StrictFhir.read(
                ServiceRequest.class, admin().get("/fhir/" + task.getFocus().getReference()));
    }

    @Test
    void aServiceRequestSaysWhatIsAskedFor() {
        var answer = admin().get("/fhir/ServiceRequest/" + referral);
        assertFalse(answer.asString().contains(CANARY), answer.asString());
        var request = StrictFhir.read(ServiceRequest.class, answer);
        assertEquals(ServiceRequest.ServiceRequestStatus.ACTIVE, request.getStatus());
        assertEquals(
                "homelessness",
                request.getCategoryFirstRep().getCodingFirstRep().getCode());
        assertEquals("shelter.emergency", request.getCode().getCodingFirstRep().getCode());
        assertEquals(ServiceRequest.ServiceRequestPriority.URGENT, request.getPriority());
    }

    @Test
    void whatIsNotTheCallersOwnIsNotThere() {
        assertEquals(401, given().get("/fhir/Task/" + referral).statusCode());
        String stranger = admin().body(json(
                        "{'name': 'x', 'scopes': ['referrals:write'], 'organization_id': '%s'}", UUID.randomUUID()))
                .post("/keys")
                .path("key");
        var foreign = given().auth().oauth2(stranger).get("/fhir/Task/" + referral);
        var missing = given().auth().oauth2(stranger).get("/fhir/Task/" + UUID.randomUUID());
        assertEquals(404, foreign.statusCode());
        assertEquals(missing.asString(), foreign.asString());
        StrictFhir.read(OperationOutcome.class, foreign);
    }
}
