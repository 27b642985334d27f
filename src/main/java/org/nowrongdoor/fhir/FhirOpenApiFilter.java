package org.nowrongdoor.fhir;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.nowrongdoor.problem.Problem;

/** Writes into the description of the API what every FHIR resource is read and searched by, and what comes back. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class FhirOpenApiFilter implements OASFilter {

    private static final String ROOT = "/fhir/";
    private static final String SEARCH = "/_search";
    private static final String ONE = "/{id}";
    private static final String OUTCOME = "OperationOutcome";
    private static final String FORM = "application/x-www-form-urlencoded";

    private static final Map<String, List<String>> SEARCHES = Map.of(
            HealthcareServiceMapper.TYPE,
            HealthcareServiceFinder.PARAMETERS,
            LocationMapper.TYPE,
            LocationFinder.PARAMETERS,
            OrganizationMapper.TYPE,
            OrganizationFinder.PARAMETERS);

    private static final Map<String, String> EXAMPLES = Map.of(
            "metadata",
            "{\"resourceType\":\"CapabilityStatement\",\"status\":\"active\",\"kind\":\"instance\",\"fhirVersion\":\"4.0.1\"}",
            HealthcareServiceMapper.TYPE,
            "{\"resourceType\":\"HealthcareService\",\"id\":\"ac148810-d857-441c-9679-408f346de14b\",\"active\":true,\"name\":\"Open door\"}",
            LocationMapper.TYPE,
            "{\"resourceType\":\"Location\",\"id\":\"region-27053\",\"status\":\"active\",\"name\":\"Hennepin County, MN\",\"mode\":\"kind\"}",
            OrganizationMapper.TYPE,
            "{\"resourceType\":\"Organization\",\"id\":\"ac148810-d857-441c-9679-408f346de14b\",\"name\":\"Open Door\"}",
            ReferralTaskMapper.TASK,
            "{\"resourceType\":\"Task\",\"id\":\"5f1c6f3e-8a35-4a0e-9f44-0d7b2d1f6f10\",\"status\":\"accepted\",\"intent\":\"order\"}",
            ReferralTaskMapper.REQUEST,
            "{\"resourceType\":\"ServiceRequest\",\"id\":\"5f1c6f3e-8a35-4a0e-9f44-0d7b2d1f6f10\",\"status\":\"active\",\"intent\":\"order\"}");

    // How a form is read here, which is of no use outside.
    private static final String FORM_SCHEMA = "MultivaluedMapStringString";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() != null) {
            api.getComponents().removeSchema(FORM_SCHEMA);
        }
        api.getPaths().getPathItems().forEach((path, item) -> {
            if (path.startsWith(ROOT)) {
                describe(path, item);
                item.getOperations().values().forEach(operation -> refuses(path, operation));
            }
        });
        if (api.getComponents() != null) {
            api.getComponents()
                    .addSchema(OUTCOME, outcome())
                    .addResponse(
                            OUTCOME,
                            OASFactory.createAPIResponse()
                                    .description("An OperationOutcome says what is wrong and what to do about it.")
                                    .content(OASFactory.createContent()
                                            .addMediaType(
                                                    FhirJsonBuilder.MEDIA_TYPE,
                                                    OASFactory.createMediaType()
                                                            .schema(OASFactory.createSchema()
                                                                    .ref("#/components/schemas/" + OUTCOME)))
                                            // What is refused before anyone knows that FHIR is spoken, such as a
                                            // method.
                                            .addMediaType(
                                                    Problem.MEDIA_TYPE,
                                                    OASFactory.createMediaType()
                                                            .schema(OASFactory.createSchema()
                                                                    .ref("#/components/schemas/Problem")))));
        }
    }

    /** Whatever goes wrong is said in FHIR. */
    private static void refuses(String path, Operation operation) {
        var statuses = new ArrayList<>(List.of("400", "401", "403", "406", "429", "503", "default"));
        if (path.contains("{")) {
            statuses.add("404");
        }
        if (operation.getRequestBody() != null) {
            statuses.addAll(List.of("413", "415"));
        }
        statuses.forEach(status -> operation
                .getResponses()
                .addAPIResponse(status, OASFactory.createAPIResponse().ref("#/components/responses/" + OUTCOME)));
    }

    private static Schema outcome() {
        var issue = OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description("One thing that is wrong.")
                .addProperty("severity", text("`error`."))
                .addProperty("code", text("A code of FHIR's list issue-type."))
                .addProperty(
                        "details",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.OBJECT)
                                .description("The kind in words.")
                                .addProperty("text", text("The kind in words.")))
                .addProperty("diagnostics", text("Field, value, bound and remedy."))
                .addProperty("expression", strings("The parameter or place that it is about."))
                .required(List.of("severity", "code"));
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description("What a caller gets instead of a resource (FHIR R4).")
                .addProperty("resourceType", text("`OperationOutcome`."))
                .addProperty(
                        "issue",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .description("What is wrong.")
                                .items(issue))
                .required(List.of("resourceType", "issue"));
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).description(description);
    }

    private static Schema strings(String description) {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.ARRAY)
                .description(description)
                .items(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
    }

    private static void describe(String path, PathItem item) {
        var type = path.substring(ROOT.length()).split("/", -1)[0];
        var resource = Objects.requireNonNull(EXAMPLES.get(type), type);
        if (path.endsWith(SEARCH)) {
            answers(item.getPOST(), "A page; its link next leads on", bundle(resource));
            item.getPOST().requestBody(OASFactory.createRequestBody().content(form()));
        } else if (path.endsWith(ONE) || !SEARCHES.containsKey(type)) {
            answers(item.getGET(), "The resource", resource);
            take(item.getGET(), List.of(FhirParameter.FORMAT));
        } else {
            answers(item.getGET(), "A page; its link next leads on", bundle(resource));
            take(
                    item.getGET(),
                    Stream.concat(SEARCHES.get(type).stream(), FhirQuery.EVERYWHERE.stream())
                            .map(FhirParameter::get)
                            .toList());
        }
    }

    private static String bundle(String resource) {
        return "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"total\":1,\"entry\":[{\"resource\":" + resource
                + ",\"search\":{\"mode\":\"match\"}}]}";
    }

    private static void answers(Operation operation, String what, String example) {
        operation
                .getResponses()
                .addAPIResponse(
                        "200",
                        OASFactory.createAPIResponse()
                                .description(what)
                                .content(OASFactory.createContent()
                                        .addMediaType(FhirJsonBuilder.MEDIA_TYPE, object().example(read(example)))
                                        .addMediaType("application/json", object().example(read(example)))));
    }

    private static Content form() {
        return OASFactory.createContent().addMediaType(FORM, object().example(Map.of("name", "Open")));
    }

    private static MediaType object() {
        return OASFactory.createMediaType().schema(OASFactory.createSchema().addType(Schema.SchemaType.OBJECT));
    }

    private static void take(Operation operation, List<FhirParameter> parameters) {
        for (var parameter : parameters) {
            operation.addParameter(OASFactory.createParameter()
                    .name(parameter.wire)
                    .in(Parameter.In.QUERY)
                    .description(parameter.description)
                    .example(parameter.example)
                    .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING)));
        }
    }

    private static Object read(String json) {
        try {
            return new ObjectMapper().readValue(json, LinkedHashMap.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an example is no JSON", e);
        }
    }
}
