package org.nowrongdoor.http;

import static org.nowrongdoor.support.Json.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Requests that no one should send, made from the description of the API: every parameter and every field of every
 *  body with every nasty value. */
final class Fuzz {

    /** One request.
     *  @param named the statuses that the description names for it */
    record Shot(String method, String path, String mediaType, Optional<String> body, Set<String> named) {

        /** Where it was fired, without the value. */
        String door() {
            var at = path.indexOf('=');
            return method + " " + (at < 0 ? path : path.substring(0, at));
        }

        @Override
        public String toString() {
            var text = method + " " + path + " " + body.orElse("");
            return text.length() > 300 ? text.substring(0, 300) + "…" : text;
        }
    }

    private static final int FEW = 2;

    private static final String WHOLE = json("'name':'Fuzz','status':'active',");

    static final String ID = "11111111-2222-4333-8444-555555555555";

    private static final List<String> NASTY = List.of(
            "",
            " ",
            "0",
            "-1",
            "1e309",
            "NaN",
            "9223372036854775808",
            "true",
            "null",
            "[]",
            "{}",
            "'",
            "\"",
            "' or 1=1 --",
            "%",
            "_",
            "\\",
            "../../etc/passwd",
            "<script>alert(1)</script>",
            "${jndi:ldap://x}",
            "{{7*7}}",
            "\u0000",
            "\n\r\t",
            "\u202e\ufeff\u200b",
            "é\u0301ñ漢字😀",
            "a".repeat(5000),
            "2026-02-30",
            "0000-00-00T00:00:00Z",
            "+999999999-12-31",
            "00000000-0000-0000-0000-000000000000",
            "http://127.0.0.1:1/",
            "* AND (",
            "\"unclosed",
            "a:b^c~2");

    private static final List<String> NASTY_JSON = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1.5",
            "1e400",
            "99999999999999999999",
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "[]",
            "[null]",
            "[[]]",
            "{}",
            json("{'x':{'y':[]}}"),
            "\"' or 1=1 --\"",
            "\"é漢😀\"",
            "\"2026-02-30\"",
            json("['a',1,{}]"),
            "\"" + "a".repeat(5000) + "\"");

    private final JsonNode api;
    private final List<Shot> shots = new ArrayList<>();

    private int turn;

    private Fuzz(JsonNode api) {
        this.api = api;
    }

    /** Every request for a description. */
    static List<Shot> from(String description) throws Exception {
        var fuzz = new Fuzz(new ObjectMapper().readTree(description));
        fuzz.api
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (Set.of("get", "post", "put", "patch", "delete").contains(operation.getKey())) {
                        fuzz.add(operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue());
                    }
                }));
        return fuzz.shots;
    }

    private void add(String method, String template, JsonNode operation) {
        var named = new TreeSet<String>();
        operation.path("responses").fieldNames().forEachRemaining(named::add);
        var path = template.replaceAll("\\{[^}]*}", ID);
        var media = operation.path("requestBody").path("content").properties().stream()
                .findFirst();
        var type = media.map(Map.Entry::getKey).orElse("application/json");
        for (var parameter : operation.path("parameters")) {
            var name = parameter.path("name").asText();
            if ("wait_seconds".equals(name)) {
                continue;
            }
            for (var value : NASTY) {
                var written = URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
                switch (parameter.path("in").asText()) {
                    case "query" ->
                        shots.add(new Shot(method, path + "?" + name + "=" + written, type, Optional.empty(), named));
                    case "path" ->
                        shots.add(new Shot(
                                method,
                                template.replace("{" + name + "}", written).replaceAll("\\{[^}]*}", ID),
                                type,
                                Optional.empty(),
                                named));
                    default -> {}
                }
            }
        }
        media.ifPresent(content -> bodies(content.getValue().path("schema"), method)
                .forEach(body -> shots.add(new Shot(method, path, type, Optional.of(body), named))));
        shots.add(new Shot(method, path, type, Optional.empty(), named));
    }

    private List<String> bodies(JsonNode schema, String method) {
        var bodies = new ArrayList<>(NASTY_JSON);
        bodies.addAll(List.of("", "{", json("{'a':1,'a':2}"), json("{'zzz':1}"), "[".repeat(100) + "]".repeat(100)));
        // A record that lacks what is required would be refused for that alone.
        var rest = method.equals("PUT") ? WHOLE : "";
        for (var property : resolved(schema).path("properties").properties()) {
            for (var value : method.equals("PATCH") ? some() : NASTY_JSON) {
                bodies.add(json("{%s'%s':%s}", without(rest, property.getKey()), property.getKey(), value));
            }
            var inner = resolved(property.getValue());
            var item = resolved(inner.path("items"));
            (item.isMissingNode() ? inner : item)
                    .path("properties")
                    .fieldNames()
                    .forEachRemaining(field -> {
                        for (var value : some()) {
                            var object = json("{'%s':%s}", field, value);
                            bodies.add(json(
                                    "{%s'%s':%s}",
                                    without(rest, property.getKey()),
                                    property.getKey(),
                                    (item.isMissingNode() ? object : "[" + object + "]")));
                        }
                    });
        }
        return bodies;
    }

    /** A few nasty values, others at each call: two levels down every value in every field would be too many. */
    private List<String> some() {
        return IntStream.range(0, FEW)
                .mapToObj(i -> NASTY_JSON.get(turn++ % NASTY_JSON.size()))
                .toList();
    }

    private static String without(String rest, String property) {
        return rest.contains("\"" + property + "\"") ? "" : rest;
    }

    private JsonNode resolved(JsonNode schema) {
        var ref = schema.path("$ref").asText("");
        if (!ref.isEmpty()) {
            return api.at(ref.substring(1));
        }
        var any = schema.path("anyOf");
        for (var one : any) {
            if (one.has("$ref")) {
                return resolved(one);
            }
        }
        return schema;
    }
}
