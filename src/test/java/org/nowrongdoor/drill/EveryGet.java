package org.nowrongdoor.drill;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Everything that can be read, made from the description of the API: each endpoint with each parameter that it has, in
 *  each of its formats. What is described later is read without a change here. */
final class EveryGet {

    /** One request.
     *  @param endpoint the template of its path */
    record Ask(String endpoint, String path, String accept) {}

    /** Values for the parameters that a schema alone says too little about; several to be sent together. */
    static final Map<String, List<String>> VALUES = Map.ofEntries(
            Map.entry("kind", List.of("kind=all", "kind=service")),
            Map.entry("wait_seconds", List.of("wait_seconds=0")),
            Map.entry("format", List.of("format=json", "format=ndjson", "format=ndjson&full=true")),
            Map.entry("modified_after", List.of("modified_after=2020-01-01T00:00:00Z")),
            Map.entry("page", List.of("page=1&per_page=1", "page=2&per_page=1", "page=2&per_page=1&full=true")),
            Map.entry("per_page", List.of("per_page=500", "per_page=500&full=true")),
            Map.entry("search", List.of("search=haven", "search=house&full=true")),
            Map.entry("q", List.of("q=haven", "q=house", "q=shelter+tonight", "q=minn")),
            Map.entry("need", List.of("need=shelter.emergency&size=100")),
            Map.entry("region", List.of("region=27053&size=100", "region=MN&size=100", "region=MN/minneapolis")),
            Map.entry("place", List.of("place=Minneapolis,+MN&size=100")),
            Map.entry("postal_code", List.of("postal_code=55401&size=100")),
            Map.entry("postcode", List.of("postcode=55401", "postcode=55401&proximity=500000&full=true")),
            Map.entry("proximity", List.of("postcode=55487&proximity=1000&full=true")),
            Map.entry(
                    "lat",
                    List.of(
                            "lat=44.97&lon=-93.27&radius_km=1&size=100",
                            "lat=44.97&lon=-93.27&radius_km=500&size=100",
                            "lat=44.97&lon=-93.27&radius_km=5&sort=distance&size=100")),
            Map.entry("lon", List.of("lat=44.9&lon=-93.2&sort=distance&size=100")),
            Map.entry("radius_km", List.of("place=Minneapolis,+MN&radius_km=5&size=100")),
            Map.entry("sort", List.of("sort=verified", "sort=relevance&q=haven", "region=27053&sort=distance")),
            Map.entry("facet", List.of("facet=need&facet=region&size=1", "facet=region&size=1&region=MN")),
            Map.entry("open_at", List.of("open_at=now&unknowns=include&size=100")),
            Map.entry("language", List.of("language=es&size=100")),
            Map.entry("channel", List.of("channel=phone&size=100", "channel=walk_in&size=100")),
            Map.entry("discreet", List.of("discreet=true&size=100&region=27053")),
            Map.entry("speak", List.of("speak=true&detail=full&size=100&region=27053")),
            Map.entry("vetting", List.of("vetting=true&size=100&region=27053")),
            Map.entry("size", List.of("size=100", "size=1")),
            Map.entry("lang", List.of("lang=es&q=refugio")),
            Map.entry("after", List.of("after=0")),
            Map.entry("limit", List.of("limit=10&q=minn", "limit=10")));

    private final JsonNode api;

    EveryGet(String description) {
        try {
            api = new ObjectMapper().readTree(description);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The templates of all paths that can be read. */
    List<String> endpoints() {
        return api.path("paths").properties().stream()
                .filter(path -> path.getValue().has("get"))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether an endpoint is closed to callers without a key. */
    boolean isKeyed(String endpoint) {
        return !api.path("paths").path(endpoint).path("get").path("security").isEmpty();
    }

    /** Every request to an endpoint.
     *  @param names what its placeholders may be filled with */
    List<Ask> asks(String endpoint, Set<String> names) {
        var operation = api.path("paths").path(endpoint).path("get");
        var asks = new ArrayList<Ask>();
        for (var path : paths(endpoint, names)) {
            asks.add(new Ask(endpoint, path, "*/*"));
            operation
                    .path("responses")
                    .path("200")
                    .path("content")
                    .fieldNames()
                    .forEachRemaining(media -> asks.add(new Ask(endpoint, path, media)));
            for (var parameter : operation.path("parameters")) {
                if (parameter.path("in").asText().equals("query")) {
                    values(parameter).forEach(value -> asks.add(new Ask(endpoint, path + "?" + value, "*/*")));
                }
            }
        }
        return asks;
    }

    private static Set<String> paths(String endpoint, Set<String> names) {
        if (!endpoint.contains("{")) {
            return Set.of(endpoint);
        }
        var paths = new LinkedHashSet<String>();
        names.forEach(name -> paths.add(endpoint.replaceFirst("\\{[^}]*}(/\\{[^}]*})?", name)));
        return paths;
    }

    private List<String> values(JsonNode parameter) {
        var name = parameter.path("name").asText();
        var known = VALUES.get(name);
        if (known != null) {
            return known;
        }
        var ref = parameter.path("schema").path("$ref").asText("");
        var schema = ref.isEmpty() ? parameter.path("schema") : api.at(ref.substring(1));
        if (schema.has("enum")) {
            return StreamSupport.stream(schema.path("enum").spliterator(), false)
                    .map(value -> name + "=" + value.asText())
                    .toList();
        }
        var type = schema.path("type").toString();
        return List.of(name + "=" + (type.contains("boolean") ? "true" : type.contains("integer") ? "1" : "x"));
    }
}
