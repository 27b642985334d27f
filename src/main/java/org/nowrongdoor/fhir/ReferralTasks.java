package org.nowrongdoor.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.referral.ReferralView;
import org.nowrongdoor.referral.state.ReferralState;

/** A referral as FHIR tells it: what is asked for as ServiceRequest, how it goes as Task. Whom it is about is masked in
 *  both, for that is not ours to tell.
 *  @see "Gravity SDOH Clinical Care, SDOHCC-TaskForReferralManagement and SDOHCC-ServiceRequest" */
final class ReferralTasks {

    static final String TASK = "Task";
    static final String REQUEST = "ServiceRequest";

    private static final String GRAVITY = "http://hl7.org/fhir/us/sdoh-clinicalcare/";
    private static final String TASK_PROFILE = GRAVITY + "StructureDefinition/SDOHCC-TaskForReferralManagement";
    private static final String REQUEST_PROFILE = GRAVITY + "StructureDefinition/SDOHCC-ServiceRequest";
    private static final String CATEGORIES = GRAVITY + "CodeSystem/SDOHCC-CodeSystemTemporaryCodes";
    private static final String TASK_CODES = "http://hl7.org/fhir/CodeSystem/task-code";
    private static final String ABSENT = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";

    /** What our roots are among the social needs that Gravity knows. */
    private static final Map<String, String> CATEGORY_OF = Map.of(
            "shelter",
            "homelessness",
            "work",
            "employment-status",
            "edu",
            "educational-attainment",
            "basic",
            "material-hardship");

    private ReferralTasks() {}

    /** How it goes. */
    static ObjectNode task(ReferralView referral) {
        var id = referral.id().toString();
        var task = resource(TASK, id, referral, TASK_PROFILE);
        FhirJson.add(task, "basedOn", FhirJson.reference(REQUEST, id, null));
        task.put("status", referral.status().wire());
        if (referral.reason() != null) {
            task.set("statusReason", FhirJson.concept(referral.reason()));
        }
        if (referral.businessStatus() != null) {
            task.set("businessStatus", FhirJson.concept(referral.businessStatus()));
        }
        task.put("intent", "order").put("priority", referral.priority());
        task.set("code", FhirJson.concept(TASK_CODES, "fulfill", "Fulfill the focal request"));
        task.set("focus", FhirJson.reference(REQUEST, id, null));
        task.set("for", masked());
        task.put("authoredOn", referral.createdAt().toString());
        task.put("lastModified", referral.updatedAt().toString());
        organization(task, "requester", referral.senderOrganizationId());
        task.set(
                "owner",
                FhirJson.reference(HealthcareServices.TYPE, referral.serviceId().toString(), null));
        task.putObject("restriction")
                .putObject("period")
                .put("end", referral.respondBy().toString());
        if (referral.outcome() != null) {
            var output = FhirJson.object();
            output.set("type", FhirJson.concept("outcome"));
            output.put("valueString", referral.outcome());
            FhirJson.add(task, "output", output);
        }
        return task;
    }

    /** What is asked for. */
    static ObjectNode request(ReferralView referral) {
        var request = resource(REQUEST, referral.id().toString(), referral, REQUEST_PROFILE);
        request.put("status", status(referral.status())).put("intent", "order");
        referral.needs().stream()
                .map(need -> CATEGORY_OF.getOrDefault(need.split("\\.", 2)[0], "sdoh-category-unspecified"))
                .distinct()
                .forEach(code -> FhirJson.add(request, "category", FhirJson.concept(CATEGORIES, code, null)));
        request.put("priority", referral.priority());
        request.set("code", needs(referral.needs()));
        request.set("subject", masked());
        request.put("authoredOn", referral.createdAt().toString());
        organization(request, "requester", referral.senderOrganizationId());
        FhirJson.add(
                request,
                "performer",
                FhirJson.reference(HealthcareServices.TYPE, referral.serviceId().toString(), null));
        return request;
    }

    private static ObjectNode resource(String type, String id, ReferralView referral, String profile) {
        var resource = FhirJson.resource(type, id);
        FhirJson.changed(resource, referral.updatedAt());
        FhirJson.add((ObjectNode) resource.path("meta"), "profile", profile);
        return resource;
    }

    private static ObjectNode needs(List<String> needs) {
        var concept = FhirJson.concept(String.join(", ", needs));
        needs.forEach(need -> FhirJson.add(concept, "coding", FhirJson.coding(HealthcareServices.NEEDS, need, null)));
        return concept;
    }

    private static ObjectNode masked() {
        var nobody = FhirJson.object();
        FhirJson.add(nobody, "extension", FhirJson.object().put("url", ABSENT).put("valueCode", "masked"));
        return nobody;
    }

    private static void organization(ObjectNode resource, String name, java.util.@Nullable UUID id) {
        if (id != null) {
            resource.set(name, FhirJson.reference(Organizations.TYPE, id.toString(), null));
        }
    }

    private static String status(ReferralState state) {
        return switch (state) {
            case DRAFT -> "draft";
            case REQUESTED, RECEIVED, ACCEPTED, IN_PROGRESS -> "active";
            case ON_HOLD -> "on-hold";
            case COMPLETED -> "completed";
            case REJECTED, FAILED, CANCELLED -> "revoked";
            case ENTERED_IN_ERROR -> "entered-in-error";
        };
    }
}
