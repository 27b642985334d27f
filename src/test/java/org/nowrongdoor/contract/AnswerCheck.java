package org.nowrongdoor.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Compares an answer with what is declared of it: status, media type, headers, body, kind of problem. */
final class AnswerCheck {

    /** Statuses that an operation must declare by their number, where they come. */
    private static final Set<Integer> BY_NUMBER =
            Set.of(400, 401, 403, 404, 406, 409, 410, 412, 413, 415, 422, 428, 429, 503);

    /** Headers that a client may rely on, so that they must be declared where they come. */
    private static final Set<String> HEADERS = Set.of(
            "etag",
            "last-modified",
            "location",
            "link",
            "x-total-count",
            "retry-after",
            "ratelimit",
            "ratelimit-policy",
            "content-language",
            "idempotency-replayed",
            "www-authenticate",
            "accept-patch",
            "x-redacted",
            "x-redacted-fields",
            "x-warning",
            "x-warnings",
            "x-also-changed",
            "x-same-address");

    private static final ObjectMapper JSON = new ObjectMapper();

    /** An answer as it came.
     *  @param headers by name in small letters */
    record Answer(String method, String path, int status, String mediaType, Map<String, String> headers, String body) {}

    private final ApiDescription api;

    AnswerCheck(ApiDescription api) {
        this.api = api;
    }

    /** Whether an operation is described that gave the answer. */
    boolean isDescribed(String method, String path) {
        return api.find(method, path).isPresent();
    }

    /** The differences, each in a line; none where no such operation is described. */
    List<String> differences(Answer answer) {
        var operation = api.find(answer.method, answer.path);
        if (operation.isEmpty()) {
            return List.of();
        }
        var found = new ArrayList<String>();
        var declared = api.answer(operation.get(), answer.status);
        var byNumber = operation.get().operation().path("responses").has(String.valueOf(answer.status));
        if (!byNumber && (answer.status < 400 || BY_NUMBER.contains(answer.status) || declared.isMissingNode())) {
            found.add("the status is not declared");
        } else {
            answer.headers.keySet().stream()
                    .filter(name -> HEADERS.contains(name)
                            && !declares(declared.path("headers").properties(), name))
                    .forEach(name -> found.add("the header " + name + " is not declared"));
            if (!answer.body.isEmpty()) {
                body(operation.get(), answer, declared, found);
            }
        }
        var name = operation.get().id() + " " + answer.status + " " + answer.mediaType + ": ";
        return found.stream().distinct().map(difference -> name + difference).toList();
    }

    private static boolean declares(Set<Map.Entry<String, JsonNode>> headers, String name) {
        return headers.stream()
                .anyMatch(header -> header.getKey().toLowerCase(Locale.ROOT).equals(name));
    }

    private void body(ApiDescription.Described operation, Answer answer, JsonNode declared, List<String> found) {
        var media = declared.path("content").path(answer.mediaType);
        if (media.isMissingNode()) {
            found.add("the media type is not declared");
            return;
        }
        if (!answer.mediaType.endsWith("json") || answer.mediaType.endsWith("ndjson")) {
            return;
        }
        try {
            var body = JSON.readTree(answer.body);
            api.faults(operation, answer.status, answer.mediaType, body).stream()
                    .limit(5)
                    .forEach(found::add);
            var type = body.path("type").asText("").replace("/problems/", "");
            if (answer.mediaType.equals("application/problem+json")
                    && media.has("examples")
                    && !media.path("examples").has(type)) {
                found.add("the problem " + type + " is not declared");
            }
        } catch (JsonProcessingException e) {
            // A test that asks for packed bytes reads no JSON.
            if (!answer.headers.containsKey("content-encoding")) {
                found.add("the body is no JSON");
            }
        }
    }
}
