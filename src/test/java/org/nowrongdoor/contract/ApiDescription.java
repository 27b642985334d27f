package org.nowrongdoor.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The description of a server, to hold answers against: an object may have the members that are described and no other. */
final class ApiDescription {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final String HOME = "https://contract.test/api.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** An operation with the pattern of its path. */
    record Described(String method, String path, Pattern pattern, JsonNode operation) {
        String id() {
            return operation.path("operationId").asText();
        }

        private int fixedLetters() {
            return path.replaceAll("\\{[^}]*}", "").length();
        }
    }

    private final ObjectNode api;
    private final List<Described> operations = new ArrayList<>();
    // One for all: a schema that is asked for by itself reads the whole description again, and keeps it.
    private final JsonSchema root;
    private final Map<String, JsonSchema> compiled = new ConcurrentHashMap<>();

    private ApiDescription(ObjectNode api) {
        this.api = api;
        api.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .forEach(operation -> operations.add(new Described(
                                operation.getKey(), path.getKey(), pattern(path.getKey()), operation.getValue()))));
        var strict = api.deepCopy();
        close(strict.path("components").path("schemas"));
        operations.forEach(operation -> answers(operation)
                .forEach((name, schema) ->
                        ((ObjectNode) strict.path("components").path("schemas")).set(name, schema)));
        var config =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        root = JsonSchemaFactory.getInstance(
                        VersionFlag.V202012,
                        builder -> builder.schemaLoaders(loaders -> loaders.schemas(Map.of(HOME, strict.toString()))))
                .getSchema(SchemaLocation.of(HOME), config);
    }

    static ApiDescription read(String json) {
        try {
            return new ApiDescription((ObjectNode) JSON.readTree(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode tree() {
        return api;
    }

    List<Described> operations() {
        return operations;
    }

    /** The operation that answers at a path; of several the one whose path says most. */
    Optional<Described> find(String method, String path) {
        return operations.stream()
                .filter(one -> one.method.equalsIgnoreCase(method)
                        && one.pattern.matcher(path).matches())
                .max((one, other) -> Integer.compare(one.fixedLetters(), other.fixedLetters()));
    }

    /** The answer of an operation with a status, or that for all others; missing where there is neither. */
    JsonNode answer(Described operation, int status) {
        var answers = operation.operation.path("responses");
        return resolve(
                answers.has(String.valueOf(status)) ? answers.path(String.valueOf(status)) : answers.path("default"));
    }

    /** What is wrong with a body. */
    List<String> faults(Described operation, int status, String mediaType, JsonNode body) {
        var declared =
                operation.operation.path("responses").has(String.valueOf(status)) ? String.valueOf(status) : "default";
        return faults(name(operation, declared, mediaType), body);
    }

    /** What is wrong with a value of a component. */
    List<String> faults(String component, JsonNode body) {
        return compiled.computeIfAbsent(component, this::compile).validate(body).stream()
                .map(ValidationMessage::getMessage)
                .collect(Collectors.toList());
    }

    JsonNode resolve(JsonNode node) {
        var ref = node.path("$ref").asText("");
        return ref.isEmpty() ? node : api.at(ref.substring(1));
    }

    private JsonSchema compile(String component) {
        return root.getRefSchema(
                SchemaLocation.of(HOME + "#/components/schemas/" + component).getFragment());
    }

    private Map<String, JsonNode> answers(Described operation) {
        var found = new ConcurrentHashMap<String, JsonNode>();
        operation
                .operation
                .path("responses")
                .properties()
                .forEach(answer -> resolve(answer.getValue())
                        .path("content")
                        .properties()
                        .forEach(media -> {
                            var schema = media.getValue().path("schema").deepCopy();
                            close(schema);
                            found.put(name(operation, answer.getKey(), media.getKey()), schema);
                        }));
        return found;
    }

    private static String name(Described operation, String status, String mediaType) {
        return (operation.id() + "-" + status + "-" + mediaType).replaceAll("[^A-Za-z0-9]", "-");
    }

    /** Lets no object have members that are not described. */
    private static void close(JsonNode node) {
        if (node instanceof ObjectNode schema
                && schema.has("properties")
                && "object".equals(schema.path("type").asText())
                && !schema.has("additionalProperties")) {
            schema.put("additionalProperties", false);
        }
        node.forEach(ApiDescription::close);
    }

    private static Pattern pattern(String path) {
        return Pattern.compile(Stream.of(path.split("(?=\\{)|(?<=})", -1))
                .map(part -> part.startsWith("{") ? "[^/]+" : Pattern.quote(part))
                .collect(Collectors.joining()));
    }
}
