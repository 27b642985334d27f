package org.nowrongdoor.support;

import static io.restassured.RestAssured.given;
import static org.nowrongdoor.support.Json.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.nowrongdoor.access.EndpointRule;
import org.nowrongdoor.access.EndpointRules;

/** Every answer that can be read, asked for by someone who knows the ids of a service and of what is near it. */
public final class AnswerWalk {

    private static final List<String> FORMATS =
            List.of("application/json", "application/geo+json", "application/x-ndjson", "text/csv", "text/plain");

    private final RemovableService service;
    private final Map<String, String> answers = new LinkedHashMap<>();

    private AnswerWalk(RemovableService service) {
        this.service = service;
    }

    /** The answers by their requests: each endpoint that reads, with each id, the lists whole, and searches and suggestions
     *  in every format. The operator's key reads what is not open. */
    public static Map<String, String> of(RemovableService service) {
        var walk = new AnswerWalk(service);
        EndpointRules.ALL.stream().filter(rule -> rule.method().equals("GET")).forEach(walk::read);
        walk.search();
        return walk.answers;
    }

    private void read(EndpointRule rule) {
        if (!rule.path().contains("{")) {
            get(rule.path() + list(rule.path()), "*/*");
            return;
        }
        for (var kind : kinds(rule.path())) {
            var path = rule.path().replaceAll("\\{\\w+\\}", service.id(kind).toString());
            get(path, "*/*");
            if (rule.path().matches("/(?:services|organizations)/\\{id\\}")) {
                get(path + "?full=true", "*/*");
            }
        }
    }

    /** What may stand in a path. */
    private static List<String> kinds(String path) {
        return switch (path.replaceFirst("^/fhir", "").split("/", -1)[1]) {
            case "services", "HealthcareService" -> List.of("service", "sibling");
            case "locations", "Location" -> List.of("location");
            case "organizations", "Organization" -> List.of("organization");
            case "service_at_locations" -> List.of("service_at_location");
            default -> List.of("service");
        };
    }

    /** A list with everything in it, of the organisation alone where it can be. */
    private String list(String path) {
        return switch (path) {
            case "/services", "/service_at_locations" ->
                "?full=true&per_page=500&organization_id=" + service.id("organization");
            case "/organizations" -> "?full=true&full_service=true&per_page=500";
            case "/fhir/HealthcareService", "/fhir/Organization", "/fhir/Location" -> "?_count=100";
            case "/changes" -> "?kind=all&after=0";
            default -> "";
        };
    }

    private void search() {
        for (var words : List.of("Canary" + service.mark(), service.street(), service.line(), "Havens", "Haven")) {
            for (var format : FORMATS) {
                var body = json("{'q': '%s', 'size': 50}", words);
                var answer = given().contentType("application/json")
                        .accept(format)
                        .body(body)
                        .post("/search")
                        .asString();
                answers.put("POST /search " + body + " as " + format, withoutQuestion(answer, words));
            }
            for (var path : List.of("/suggest", "/regions")) {
                answers.put(
                        "GET " + path + " " + words,
                        withoutQuestion(given().queryParam("q", words).get(path).asString(), words));
            }
        }
        var here = json("{'where': {'lat': 44.%1$d1, 'lon': -93.%1$d2, 'radius_km': 5}}", service.mark());
        answers.put(
                "POST /search here",
                given().contentType("application/json")
                        .body(here)
                        .post("/search")
                        .jsonPath()
                        .getString("hits"));
    }

    /** An answer may say again what was asked, whole and word by word. */
    private static String withoutQuestion(String answer, String words) {
        var rest = answer.replace("\"" + words + "\"", "");
        for (var word : words.split(" ", -1)) {
            rest = rest.replace("\"" + word + "\"", "").replace("\"" + word.toLowerCase(Locale.ROOT) + "\"", "");
        }
        return rest;
    }

    private void get(String path, String format) {
        answers.put(
                "GET " + path,
                DirectoryForTests.editor().accept(format).get(path).asString());
    }
}
