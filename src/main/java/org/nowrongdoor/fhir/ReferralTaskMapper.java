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
final class ReferralTaskMapper {

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

    private ReferralTaskMapper() {}

    /** How it goes. */
    static ObjectNode task(ReferralView referral) {
        var id = referral.id().toString();
        var task = resource(TASK, id, referral, TASK_PROFILE);
        FhirJsonBuilder.add(task, "basedOn", FhirJsonBuilder.reference(REQUEST, id, null));
        task.put("status", referral.status().wire());
        if (referral.reason() != null) {
            task.set("statusReason", FhirJsonBuilder.concept(referral.reason()));
        }
        if (referral.businessStatus() != null) {
            task.set("businessStatus", FhirJsonBuilder.concept(referral.businessStatus()));
        }
        task.put("intent", "order").put("priority", referral.priority());
        task.set("code", FhirJsonBuilder.concept(TASK_CODES, "fulfill", "Fulfill the focal request"));
        task.set("focus", FhirJsonBuilder.reference(REQUEST, id, null));
        task.set("for", masked());
        task.put("authoredOn", referral.createdAt().toString());
        task.put("lastModified", referral.updatedAt().toString());
        organization(task, "requester", referral.senderOrganizationId());
        task.set(
                "owner",
                FhirJsonBuilder.reference(
                        HealthcareServiceMapper.TYPE, referral.serviceId().toString(), null));
        task.putObject("restriction")
                .putObject("period")
                .put("end", referral.respondBy().toString());
        if (referral.outcome() != null) {
            var output = FhirJsonBuilder.object();
            output.set("type", FhirJsonBuilder.concept("outcome"));
            output.put("valueString", referral.outcome());
            FhirJsonBuilder.add(task, "output", output);
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
                .forEach(code ->
                        FhirJsonBuilder.add(request, "category", FhirJsonBuilder.concept(CATEGORIES, code, null)));
        request.put("priority", referral.priority());
        request.set("code", needs(referral.needs()));
        request.set("subject", masked());
        request.put("authoredOn", referral.createdAt().toString());
        organization(request, "requester", referral.senderOrganizationId());
        FhirJsonBuilder.add(
                request,
                "performer",
                FhirJsonBuilder.reference(
                        HealthcareServiceMapper.TYPE, referral.serviceId().toString(), null));
        return request;
    }

    private static ObjectNode resource(String type, String id, ReferralView referral, String profile) {
        var resource = FhirJsonBuilder.resource(type, id);
        FhirJsonBuilder.changed(resource, referral.updatedAt());
        FhirJsonBuilder.add((ObjectNode) resource.path("meta"), "profile", profile);
        return resource;
    }

    private static ObjectNode needs(List<String> needs) {
        var concept = FhirJsonBuilder.concept(String.join(", ", needs));
        needs.forEach(need -> FhirJsonBuilder.add(
                concept, "coding", FhirJsonBuilder.coding(HealthcareServiceMapper.NEEDS, need, null)));
        return concept;
    }

    private static ObjectNode masked() {
        var nobody = FhirJsonBuilder.object();
        FhirJsonBuilder.add(
                nobody, "extension", FhirJsonBuilder.object().put("url", ABSENT).put("valueCode", "masked"));
        return nobody;
    }

    private static void organization(ObjectNode resource, String name, java.util.@Nullable UUID id) {
        if (id != null) {
            resource.set(name, FhirJsonBuilder.reference(OrganizationMapper.TYPE, id.toString(), null));
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
