package org.nowrongdoor.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.nowrongdoor.problem.Problem;

/** Says no under {@code /fhir} in FHIR's own words.
 *  @see "HL7 FHIR R4, OperationOutcome" */
public class FhirProblems {

    private static final Map<Integer, String> CODES = Map.of(
            401,
            "login",
            403,
            "forbidden",
            404,
            "not-found",
            405,
            "not-supported",
            406,
            "not-supported",
            409,
            "conflict",
            429,
            "throttled",
            500,
            "exception",
            503,
            "transient");

    private final FhirResponses answers;

    FhirProblems(FhirResponses answers) {
        this.answers = answers;
    }

    @ServerResponseFilter
    public void translate(ContainerRequestContext request, ContainerResponseContext response) {
        var path = request.getUriInfo().getPath();
        if (response.getEntity() instanceof Problem problem && path.matches("/?fhir(/.*)?")) {
            response.setEntity(
                    answers.bytes(outcome(problem)), new Annotation[0], MediaType.valueOf(FhirJsonBuilder.MEDIA_TYPE));
        }
    }

    private static ObjectNode outcome(Problem problem) {
        var outcome = FhirJsonBuilder.object().put("resourceType", "OperationOutcome");
        var issue = FhirJsonBuilder.object()
                .put("severity", "error")
                .put("code", CODES.getOrDefault(problem.status(), "invalid"));
        issue.set("details", FhirJsonBuilder.concept(problem.title()));
        FhirJsonBuilder.text(issue, "diagnostics", problem.detail());
        problem.errors().forEach(fault -> FhirJsonBuilder.add(issue, "expression", fault.pointer()));
        FhirJsonBuilder.add(outcome, "issue", issue);
        return outcome;
    }
}
