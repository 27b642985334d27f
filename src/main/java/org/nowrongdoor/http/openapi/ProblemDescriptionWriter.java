package org.nowrongdoor.http.openapi;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.nowrongdoor.problem.Problem;

/** Describes the problems that every endpoint may answer. */
final class ProblemDescriptionWriter {

    private static final String NAME = "Problem";

    private ProblemDescriptionWriter() {}

    static void addTo(OpenAPI api) {
        api.getComponents().addSchema(NAME, schema());
        api.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations().values().forEach(operation -> describe(path, operation)));
    }

    private static void describe(String path, Operation operation) {
        add(operation, "400", "What was asked is not valid; the detail says what would be");
        if (path.contains("{")) {
            add(operation, "404", "There is no such record");
        }
        add(operation, "429", "Too many requests; wait as many seconds as Retry-After says");
        add(operation, "503", "Not available right now; wait as many seconds as Retry-After says");
    }

    private static void add(Operation operation, String status, String why) {
        if (!operation.getResponses().hasAPIResponse(status)) {
            var media = OASFactory.createMediaType()
                    .schema(OASFactory.createSchema().ref("#/components/schemas/" + NAME));
            operation
                    .getResponses()
                    .addAPIResponse(
                            status,
                            OASFactory.createAPIResponse()
                                    .description(why)
                                    .content(OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE, media)));
        }
    }

    private static Schema schema() {
        var fault = OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .addProperty("pointer", text("RFC 6901 pointer into the body, or the name of a parameter"))
                .addProperty("detail", text("Value, bound and remedy"));
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description("What a caller gets instead of an answer (RFC 9457)")
                .addProperty("type", text("A path that explains the kind"))
                .addProperty("title", text("The kind in words"))
                .addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))
                .addProperty("detail", text("Field, value, bound and remedy"))
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .items(fault))
                .addRequired("type")
                .addRequired("title")
                .addRequired("status")
                .addRequired("detail")
                .addExample(example());
    }

    /** In the same order in every build: openapi.yaml must not change by itself. */
    private static Map<String, Object> example() {
        var example = new LinkedHashMap<String, Object>();
        example.put("type", "/problems/invalid-parameter");
        example.put("title", "A parameter is not valid");
        example.put("status", 400);
        example.put("detail", "per_page must be 1 to 500, was 0");
        return example;
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).description(description);
    }
}
