package org.nowrongdoor.http.openapi;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.nowrongdoor.problem.Problem;
import org.nowrongdoor.problem.ProblemKind;

/** Says of every operation in which ways it may say no, with an example of each. What every operation answers alike is a
 *  shared answer; what it alone answers is listed in the resource {@code openapi/problems.json}. */
final class ProblemDescriptionWriter {

    private static final String RESPONSE = "#/components/responses/";

    /** What the answers that operations share are called. */
    private static final Map<Integer, String> SHARED = new TreeMap<>(Map.of(
            400, "InvalidRequest",
            401, "KeyNeeded",
            403, "KeyMayNot",
            404, "NotFound",
            406, "NotAcceptable",
            412, "Changed",
            413, "TooLarge",
            415, "WrongMediaType",
            428, "IfMatchNeeded",
            429, "TooMany"));

    private static final int UNAVAILABLE = 503;
    private static final String UNAVAILABLE_NAME = "Unavailable";
    private static final String OTHER = "OtherProblem";

    private final OpenAPI api;
    private final Map<String, List<ProblemKind>> own;

    private ProblemDescriptionWriter(OpenAPI api) {
        this.api = api;
        this.own = DescriptionFile.problems();
    }

    static void addTo(OpenAPI api) {
        new ProblemDescriptionWriter(api).write();
    }

    private void write() {
        var components = api.getComponents();
        components.addSchema(ProblemSchemas.FAULT, ProblemSchemas.fault());
        components.addSchema(ProblemSchemas.PROBLEM, ProblemSchemas.problem());
        SHARED.forEach((status, name) -> components.addResponse(name, answer(kinds(status))));
        components.addResponse(UNAVAILABLE_NAME, answer(kinds(UNAVAILABLE)));
        components.addResponse(
                OTHER,
                OASFactory.createAPIResponse()
                        .description("Any other problem, such as 405, 408, 414, 431 or 500.")
                        .content(OASFactory.createContent()
                                .addMediaType(
                                        Problem.MEDIA_TYPE,
                                        OASFactory.createMediaType().schema(ProblemSchemas.reference()))));
        var unknown = new LinkedHashSet<>(own.keySet());
        api.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations().values().stream()
                        .filter(operation -> !path.startsWith("/fhir/"))
                        .forEach(operation -> {
                            describe(path, operation);
                            unknown.remove(operation.getOperationId());
                        }));
        if (!unknown.isEmpty()) {
            throw new IllegalStateException("problems.json names " + unknown + ", which are no operations");
        }
    }

    private void describe(String path, Operation operation) {
        var statuses = new LinkedHashSet<>(List.of(400, 401, 403, 406, 429));
        if (path.contains("{")) {
            statuses.add(404);
        }
        if (operation.getRequestBody() != null) {
            statuses.addAll(List.of(413, 415));
        }
        if (takes(operation, "If-Match")) {
            statuses.addAll(List.of(412, 428));
        }
        var answers = operation.getResponses();
        statuses.forEach(status -> answers.addAPIResponse(
                String.valueOf(status), OASFactory.createAPIResponse().ref(RESPONSE + SHARED.get(status))));
        answers.addAPIResponse("503", OASFactory.createAPIResponse().ref(RESPONSE + UNAVAILABLE_NAME));
        answers.addAPIResponse("default", OASFactory.createAPIResponse().ref(RESPONSE + OTHER));
        own.getOrDefault(String.valueOf(operation.getOperationId()), List.of()).stream()
                .collect(Collectors.groupingBy(kind -> kind.status, TreeMap::new, Collectors.toList()))
                .forEach((status, kinds) -> answers.addAPIResponse(String.valueOf(status), answer(kinds)));
        sort(operation);
    }

    private static boolean takes(Operation operation, String parameter) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(one -> parameter.equals(one.getName()));
    }

    private static void sort(Operation operation) {
        var answers = operation.getResponses();
        var sorted = new TreeMap<>(answers.getAPIResponses());
        Set.copyOf(answers.getAPIResponses().keySet()).forEach(answers::removeAPIResponse);
        sorted.forEach(answers::addAPIResponse);
    }

    private static List<ProblemKind> kinds(int status) {
        return Stream.of(ProblemKind.values())
                .filter(kind -> kind.status == status)
                .toList();
    }

    private static APIResponse answer(List<ProblemKind> kinds) {
        var examples = new LinkedHashMap<String, Example>();
        kinds.forEach(kind -> examples.put(kind.slug(), example(kind)));
        var description = kinds.stream()
                .map(kind -> "`" + kind.slug() + "`: " + kind.title + ". " + kind.remedy + ProblemSchemas.more(kind))
                .collect(Collectors.joining("\n\n"));
        var media =
                OASFactory.createMediaType().schema(ProblemSchemas.reference()).examples(examples);
        return OASFactory.createAPIResponse()
                .description(description)
                .content(OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE, media));
    }

    /** In the same order in every build: openapi.yaml must not change by itself. */
    private static Example example(ProblemKind kind) {
        var value = new LinkedHashMap<String, Object>();
        value.put("type", "/problems/" + kind.slug());
        value.put("title", kind.title);
        value.put("status", kind.status);
        value.put("detail", kind.remedy);
        return OASFactory.createExample().summary(kind.title).value(value);
    }
}
