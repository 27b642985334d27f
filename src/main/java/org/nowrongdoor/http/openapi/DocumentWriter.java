package org.nowrongdoor.http.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Writes what belongs to the description as a whole: the server, the groups of operations in the order of their use, the
 *  webhook; and puts paths and parameters in that order, so that every build writes the same bytes. */
final class DocumentWriter {

    /** The version of the contract, apart from that of the program; {@code src/docs/changelog.md} says when it changes. */
    private static final String VERSION = "1.0.0";

    private static final String PUBLISHER = "No Wrong Door";
    private static final String ABOUT = "A referral directory: the right provider, why, and what is asked of the person"
            + " there. The read API is HSDS 3.2 (HSDA) with the profile that the root names. Nothing of a search, and"
            + " nothing of what a person says of herself, is kept anywhere. Problems are RFC 9457. Limits are told in"
            + " every answer by `RateLimit`.";

    private static final String NO_TAG = "Other";
    private static final List<String> METHODS = List.of("POST", "GET", "PUT", "PATCH", "DELETE");

    private final OpenAPI api;
    private final List<String> tags = new ArrayList<>();
    private final List<String> parameters = new ArrayList<>();

    DocumentWriter(OpenAPI api) {
        this.api = api;
    }

    /** What is said once: before the texts of components are looked up. */
    void describe() {
        api.setInfo(OASFactory.createInfo()
                .title(PUBLISHER)
                .version(VERSION)
                .description(ABOUT)
                .contact(OASFactory.createContact().name(PUBLISHER))
                .license(OASFactory.createLicense().name("Apache License 2.0").identifier("Apache-2.0")));
        api.setServers(List.of(OASFactory.createServer().url("/").description("The server that is asked.")));
        var event = OASFactory.createOperation()
                .operationId("receiveReferralEvent")
                .summary("A referral moved")
                .requestBody(OASFactory.createRequestBody()
                        .required(true)
                        .content(PageDescriptionWriter.jsonOf("WebhookEvent")))
                .responses(OASFactory.createAPIResponses()
                        .addAPIResponse(
                                "2XX",
                                OASFactory.createAPIResponse()
                                        .description("Received. Any other answer, and none within ten seconds, is tried"
                                                + " again for three days."))
                        .addAPIResponse("410", OASFactory.createAPIResponse().description("Nothing more is sent."))
                        .addAPIResponse(
                                "429",
                                OASFactory.createAPIResponse()
                                        .description("Tried again after as many seconds as Retry-After says.")))
                .security(List.of());
        // It is received and not called: generators of clients are to leave it out, and write files that do not
        // compile.
        event.addExtension("x-internal", true);
        List.of("webhook-id", "webhook-timestamp", "webhook-signature")
                .forEach(name -> event.addParameter(OASFactory.createParameter()
                        .name(name)
                        .in(Parameter.In.HEADER)
                        .required(true)
                        .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING))));
        api.addWebhook("referral.updated", OASFactory.createPathItem().POST(event));
    }

    /** Groups and orders what was described. */
    void arrange() {
        var file = DescriptionFile.json("order.json");
        api.setTags(new ArrayList<>());
        file.path("tags").properties().forEach(tag -> {
            tags.add(tag.getKey());
            api.addTag(OASFactory.createTag()
                    .name(tag.getKey())
                    .description(tag.getValue().asText()));
        });
        file.path("parameters").forEach(name -> parameters.add(name.asText()));
        var operations = new ArrayList<String>();
        file.path("paths").forEach(path -> operations.add(path.asText()));
        var rules = file.path("groups");
        api.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations().forEach((method, operation) -> {
                    operation.setTags(List.of(group(operation, rules)));
                    arrange(operation);
                }));
        if (api.getWebhooks() != null) {
            api.getWebhooks().values().forEach(item -> item.getPOST().setTags(List.of("Webhooks")));
        }
        var sorted = new ArrayList<>(api.getPaths().getPathItems().entrySet());
        sorted.sort(Comparator.comparing((Map.Entry<String, PathItem> entry) -> rank(operations, entry.getKey()))
                .thenComparing(entry -> rank(tags, firstTag(entry.getValue())))
                .thenComparing(Map.Entry::getKey));
        var paths = OASFactory.createPaths();
        sorted.forEach(entry -> paths.addPathItem(entry.getKey(), entry.getValue()));
        api.setPaths(paths);
        sortComponents();
    }

    /** The group of an operation: by its own id, else by the tag that its resource has. */
    private static String group(Operation operation, JsonNode rules) {
        var tag = operation.getTags() == null || operation.getTags().isEmpty()
                ? NO_TAG
                : operation.getTags().get(0);
        return rules.path(String.valueOf(operation.getOperationId()))
                .asText(rules.path(tag).asText(tag));
    }

    private static int rank(List<String> first, String path) {
        return first.contains(path) ? first.indexOf(path) : first.size();
    }

    private static String firstTag(PathItem item) {
        var operations = item.getOperations();
        return METHODS.stream()
                .map(PathItem.HttpMethod::valueOf)
                .map(operations::get)
                .filter(Objects::nonNull)
                .map(operation -> operation.getTags().get(0))
                .findFirst()
                .orElseThrow();
    }

    private void arrange(Operation operation) {
        if (operation.getParameters() != null) {
            var sorted = new ArrayList<>(operation.getParameters());
            sorted.sort(Comparator.comparing(DocumentWriter::place)
                    .thenComparing(parameter -> rank(parameters, parameter.getName()))
                    .thenComparing(Parameter::getName));
            operation.setParameters(sorted);
        }
    }

    private static int place(Parameter parameter) {
        return switch (parameter.getIn()) {
            case PATH -> 0;
            case QUERY -> 1;
            default -> 2;
        };
    }

    /** Sorts components by name and drops those that nothing refers to. */
    private void sortComponents() {
        var schemas = new TreeMap<>(api.getComponents().getSchemas());
        schemas.keySet().retainAll(reached());
        api.getComponents().setSchemas(schemas);
    }

    private Set<String> reached() {
        var found = new HashSet<String>();
        var next = new ArrayDeque<String>();
        var known = api.getComponents().getSchemas();
        api.getComponents().setSchemas(Map.of());
        SchemaVisitor.visitAll(api, schema -> push(SchemaVisitor.component(schema), next));
        api.getComponents().setSchemas(known);
        while (!next.isEmpty()) {
            var name = next.pop();
            if (found.add(name)) {
                SchemaVisitor.visit(known.get(name), schema -> push(SchemaVisitor.component(schema), next));
            }
        }
        return found;
    }

    private static void push(@Nullable String name, ArrayDeque<String> to) {
        if (name != null) {
            to.add(name);
        }
    }
}
