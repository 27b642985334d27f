package org.nowrongdoor.access;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One endpoint as the description of the running server names it, with its row in the table.
 *  @param path its template
 *  @param mediaType of its body; any other would be refused before anybody is asked who calls */
record Described(String method, String path, String mediaType, EndpointRule rule) {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    /** All of them, by path and method. */
    static List<Described> all() throws IOException {
        var rows = EndpointRules.ALL.stream()
                .collect(Collectors.toMap(rule -> rule.method() + " " + rule.shape(), rule -> rule));
        var found = new TreeMap<String, Described>();
        new ObjectMapper()
                .readTree(given().get("/q/openapi?format=json").asString())
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    var method = operation.getKey().toUpperCase(Locale.ROOT);
                    var rule = rows.get(method + " " + EndpointRule.shape(path.getKey()));
                    if (rule != null && METHODS.contains(operation.getKey())) {
                        found.put(
                                path.getKey() + " " + method,
                                new Described(method, path.getKey(), mediaType(operation.getValue()), rule));
                    }
                }));
        if (found.size() < 100) {
            throw new AssertionError("the description names " + found.size() + " endpoints alone");
        }
        return new ArrayList<>(found.values());
    }

    /** The same by path, then by method. */
    static Map<String, Map<String, Described>> byPath() throws IOException {
        var paths = new TreeMap<String, Map<String, Described>>();
        all().forEach(one ->
                paths.computeIfAbsent(one.path, path -> new TreeMap<>()).put(one.method, one));
        return paths;
    }

    /** The path with something in place of each placeholder. */
    String path(String instead) {
        return path.replaceAll("\\{[^}]*}", instead);
    }

    String name() {
        return method + " " + path;
    }

    private static String mediaType(JsonNode operation) {
        var types = operation.path("requestBody").path("content").fieldNames();
        return types.hasNext() ? types.next() : "application/json";
    }
}
