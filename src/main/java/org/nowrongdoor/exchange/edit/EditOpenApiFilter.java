package org.nowrongdoor.exchange.edit;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Describes what edits and imports take and answer: their resources hand on bytes, which say nothing of themselves. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class EditOpenApiFilter implements OASFilter {

    private static final String JSON = "application/json";
    private static final String MERGE_PATCH = "application/merge-patch+json";

    private static final Map<String, String> RECORDS = new TreeMap<>(Map.of(
            "/services/{id}", "Service",
            "/organizations/{id}", "Organization",
            "/locations/{id}", "Location",
            "/taxonomy_terms/{id}", "TaxonomyTerm"));

    private static final String PENDING = "PendingPolicy";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getPaths() == null) {
            return;
        }
        api.getComponents().addSchema(PENDING, pending());
        RECORDS.forEach((path, record) -> item(api, path).ifPresent(item -> edits(item, record)));
        for (var approvals : List.of("Service", "Location")) {
            item(api, "/" + approvals.toLowerCase(Locale.ROOT) + "s/{id}/policy-approvals")
                    .ifPresent(item -> answers(item.getPOST(), "200", "The record with its new policy", approvals));
        }
        item(api, "/imports").ifPresent(item -> {
            item.getPOST().setRequestBody(file());
            answers(item.getPOST(), "202", "Taken in; it goes on at Location", "ImportView");
            item.getPOST().getResponses().removeAPIResponse("200");
        });
        item(api, "/retired-numbers/{number}").ifPresent(item -> {
            answers(item.getPUT(), "200", "Retired with other words than before", "RetiredNumber");
            answers(item.getPUT(), "201", "Retired", "RetiredNumber");
            gone(item.getDELETE());
        });
    }

    private static Schema pending() {
        var text = OASFactory.createSchema().addType(Schema.SchemaType.STRING);
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .addProperty("status", text.enumeration(List.of("pending_approval")))
                .addProperty(
                        "proposal",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.STRING)
                                .format("uuid"))
                .addProperty("location_policy", OASFactory.createSchema().ref("#/components/schemas/LocationPolicy"))
                .addProperty("approve", OASFactory.createSchema().addType(Schema.SchemaType.STRING))
                .addProperty("detail", OASFactory.createSchema().addType(Schema.SchemaType.STRING))
                .required(List.of("status", "proposal", "location_policy", "approve", "detail"));
    }

    private static Optional<PathItem> item(OpenAPI api, String path) {
        return Optional.ofNullable(api.getPaths().getPathItem(path));
    }

    private static void edits(PathItem item, String record) {
        takes(item.getPUT(), JSON, record);
        takes(item.getPATCH(), MERGE_PATCH, record);
        answers(
                item.getPUT(),
                "200",
                "Replaced; X-Redacted counts what was not taken, X-Warning says what to look at",
                record);
        answers(
                item.getPUT(),
                "201",
                "Created; X-Redacted counts what was not taken, X-Warning says what to look at",
                record);
        answers(
                item.getPATCH(),
                "200",
                "Changed; X-Redacted counts what was not taken, X-Warning says what to look at",
                record);
        for (var operation : List.of(item.getPUT(), item.getPATCH())) {
            answers(operation, "202", "Waits for a second editor, because the policy becomes less strict", PENDING);
        }
        gone(item.getDELETE());
    }

    private static void takes(Operation operation, String mediaType, String record) {
        operation.setRequestBody(OASFactory.createRequestBody().required(true).content(content(mediaType, record)));
    }

    private static RequestBody file() {
        var content = OASFactory.createContent();
        for (var mediaType : List.of(JSON, "application/x-ndjson", "multipart/form-data")) {
            var schema =
                    OASFactory.createSchema().addType(Schema.SchemaType.STRING).format("binary");
            content.addMediaType(mediaType, OASFactory.createMediaType().schema(schema));
        }
        return OASFactory.createRequestBody().required(true).content(content);
    }

    private static void answers(Operation operation, String status, String why, String record) {
        operation.getResponses().addAPIResponse(status, response(why).content(content(JSON, record)));
    }

    private static void gone(Operation operation) {
        plain(operation, "204", "It is gone");
        operation.getResponses().removeAPIResponse("200");
    }

    private static void plain(Operation operation, String status, String why) {
        operation.getResponses().addAPIResponse(status, response(why));
    }

    private static APIResponse response(String why) {
        return OASFactory.createAPIResponse().description(why);
    }

    private static Content content(String mediaType, String record) {
        Schema schema = OASFactory.createSchema().ref("#/components/schemas/" + record);
        return OASFactory.createContent()
                .addMediaType(mediaType, OASFactory.createMediaType().schema(schema));
    }
}
