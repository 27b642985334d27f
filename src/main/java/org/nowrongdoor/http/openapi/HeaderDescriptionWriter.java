package org.nowrongdoor.http.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Names the headers of answers, as the resource {@code openapi/headers.json} lists them: each with its meaning, and with
 *  the answers that carry it. */
final class HeaderDescriptionWriter {

    private static final String HEADER = "#/components/headers/";
    private static final String NOT_MODIFIED = "304";
    private static final String RESPONSE = "#/components/responses/";

    private final OpenAPI api;

    private HeaderDescriptionWriter(OpenAPI api) {
        this.api = api;
    }

    static void addTo(OpenAPI api) {
        var writer = new HeaderDescriptionWriter(api);
        var headers = DescriptionFile.json("headers.json");
        headers.properties().forEach(header -> {
            var described = header.getValue();
            writer.define(
                    header.getKey(),
                    described.path("type").asText("string"),
                    described.path("description").asText());
            var uses = new TreeMap<String, List<String>>();
            described.path("in").properties().forEach(use -> {
                var statuses = new ArrayList<String>();
                use.getValue().forEach(status -> statuses.add(status.asText()));
                uses.put(use.getKey(), statuses);
            });
            writer.use(header.getKey(), uses);
        });
    }

    private void define(String name, String type, String description) {
        api.getComponents()
                .addHeader(
                        name,
                        OASFactory.createHeader()
                                .description(description)
                                .schema(OASFactory.createSchema()
                                        .addType(Schema.SchemaType.valueOf(type.toUpperCase(Locale.ROOT)))));
    }

    /** @param uses statuses by the ids of operations; {@code *} stands for all operations, in which a status stands where
     *      there is such an answer */
    private void use(String name, Map<String, List<String>> uses) {
        for (var operation : SchemaVisitor.operations(api)) {
            var statuses =
                    uses.getOrDefault(String.valueOf(operation.getOperationId()), uses.getOrDefault("*", List.of()));
            if (statuses.contains(NOT_MODIFIED)
                    && !uses.containsKey("*")
                    && !operation.getResponses().hasAPIResponse(NOT_MODIFIED)) {
                operation
                        .getResponses()
                        .addAPIResponse(
                                NOT_MODIFIED,
                                OASFactory.createAPIResponse()
                                        .description("What If-None-Match names is still what is shown."));
            }
            operation.getResponses().getAPIResponses().forEach((status, answer) -> {
                if (statuses.contains(status)) {
                    carry(answer, name);
                }
            });
        }
    }

    private void carry(APIResponse answer, String name) {
        if (answer.getRef() != null) {
            var shared = api.getComponents().getResponses().get(answer.getRef().substring(RESPONSE.length()));
            if (shared == null) {
                throw new IllegalStateException("the description has no " + answer.getRef());
            }
            if (shared.getHeaders() == null || !shared.getHeaders().containsKey(name)) {
                shared.addHeader(name, reference(name));
            }
            return;
        }
        answer.addHeader(name, reference(name));
    }

    private static Header reference(String name) {
        return OASFactory.createHeader().ref(HEADER + name);
    }
}
