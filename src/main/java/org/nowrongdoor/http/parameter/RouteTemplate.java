package org.nowrongdoor.http.parameter;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a resource method is found, as its annotations say: {@code GET /services/{id}}. */
public record RouteTemplate(String method, String path) {

    private static final Pattern REGEX_IN_PLACEHOLDER =
            Pattern.compile("\\{\\s*([\\w.-]+)\\s*(:[^{}]*(\\{[^{}]*}[^{}]*)*)?}");

    /** The template of a resource method. */
    public static RouteTemplate of(Class<?> resource, Method method) {
        var verb = Arrays.stream(method.getAnnotations())
                .flatMap(annotation ->
                        Optional.ofNullable(annotation.annotationType().getAnnotation(HttpMethod.class)).stream())
                .map(HttpMethod::value)
                .findFirst()
                .orElse("");
        var path = step(resource.getAnnotation(Path.class)) + step(method.getAnnotation(Path.class));
        return new RouteTemplate(verb, path.isEmpty() ? "/" : path);
    }

    private static String step(@Nullable Path path) {
        if (path == null) {
            return "";
        }
        var bare = REGEX_IN_PLACEHOLDER.matcher(path.value()).replaceAll("{$1}").strip();
        var trimmed = bare.replaceAll("^/+|/+$", "");
        return trimmed.isEmpty() ? "" : "/" + trimmed;
    }
}
