package org.nowrongdoor.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;

/** What clients build on, one promise a line: operations, parameters, bodies, statuses, and the members of every schema
 *  with their types. A line that is gone may break a client; one that came is an addition, but for what is asked for. */
final class ContractPromises {

    private final Set<String> lines = new TreeSet<>();

    private ContractPromises() {}

    static Set<String> of(JsonNode api) {
        var promises = new ContractPromises();
        api.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(member -> member.getValue().has("responses"))
                        .forEach(one -> promises.operation(one.getKey() + " " + path.getKey(), one.getValue())));
        api.path("components")
                .path("schemas")
                .properties()
                .forEach(schema -> promises.members(schema.getKey(), schema.getValue()));
        return promises.lines;
    }

    private void operation(String name, JsonNode operation) {
        lines.add(name + " is " + operation.path("operationId").asText());
        operation
                .path("parameters")
                .forEach(one -> lines.add(name + " takes " + one.path("in").asText() + " "
                        + one.path("name").asText() + ": " + type(one.path("schema"))
                        + (one.path("required").asBoolean() ? " (needed)" : "")));
        body(name + " is sent", operation.path("requestBody"));
        operation.path("responses").properties().forEach(answer -> {
            lines.add(name + " answers " + answer.getKey());
            body(name + " answers " + answer.getKey(), answer.getValue());
        });
    }

    private void body(String name, JsonNode body) {
        body.path("content")
                .properties()
                .forEach(media -> lines.add(name + " " + media.getKey() + ": "
                        + type(media.getValue().path("schema"))));
    }

    private void members(String name, JsonNode schema) {
        if (schema.path("properties").isEmpty()) {
            lines.add(name + ": " + type(schema));
        }
        schema.path("properties")
                .properties()
                .forEach(member -> lines.add(name + "." + member.getKey() + ": " + type(member.getValue())));
        schema.path("required").forEach(member -> lines.add(name + "." + member.asText() + " is required"));
        schema.path("enum").forEach(word -> lines.add(name + " has the word " + word.asText()));
    }

    private static String type(JsonNode schema) {
        if (schema.has("$ref")) {
            return schema.path("$ref").asText().replaceFirst("^.*/", "");
        }
        for (var several : new String[] {"anyOf", "oneOf", "allOf"}) {
            if (schema.has(several)) {
                var types = new ArrayList<String>();
                schema.path(several).forEach(one -> types.add(type(one)));
                return String.join(" | ", types);
            }
        }
        if (schema.has("items")) {
            return "list of " + type(schema.path("items"));
        }
        var types = new ArrayList<String>();
        schema.path("type").forEach(one -> types.add(one.asText()));
        var type = types.isEmpty() ? schema.path("type").asText("anything") : String.join(" | ", types);
        return schema.has("format") ? type + " " + schema.path("format").asText() : type;
    }
}
