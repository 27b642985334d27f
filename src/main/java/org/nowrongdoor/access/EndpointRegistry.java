package org.nowrongdoor.access;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nowrongdoor.http.parameter.RouteTemplate;

/** The table of rules, ready to be asked; rows may also come as beans. */
@Singleton
public class EndpointRegistry {

    /** The methods that any endpoint has. */
    static final Set<String> METHODS = Set.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE");

    private final Map<String, Map<String, EndpointRule>> byShape = new HashMap<>();

    public EndpointRegistry(@Any Instance<EndpointRule> more) {
        Stream.concat(EndpointRules.ALL.stream(), more.stream())
                .forEach(rule -> byShape.computeIfAbsent(rule.shape(), shape -> new HashMap<>())
                        .put(rule.method(), rule));
    }

    /** The row of a resource method. */
    public Optional<EndpointRule> find(RouteTemplate route) {
        return Optional.ofNullable(
                byShape.getOrDefault(EndpointRule.shape(route.path()), Map.of()).get(route.method()));
    }

    /** The rows of a path as a request names it, by method; empty when there is no such path.
     *  A fixed step wins over a placeholder: {@code /referrals/status} is not an id. */
    public Map<String, EndpointRule> at(String path) {
        var exact = byShape.get(path);
        if (exact != null) {
            return exact;
        }
        var steps = List.of(path.split("/", -1));
        return byShape.values().stream()
                .filter(rules -> fits(rules.values().iterator().next(), steps))
                .findFirst()
                .orElse(Map.of());
    }

    /** The template of a path as a request names it, never the path itself; {@code ?} when there is none. */
    String template(String path) {
        return path.startsWith("/q/")
                ? "/q/*"
                : at(path).values().stream().findFirst().map(EndpointRule::path).orElse("?");
    }

    /** What the header Allow says about a path. */
    static String allow(Map<String, EndpointRule> rules) {
        var methods = new TreeSet<>(rules.keySet());
        methods.add("OPTIONS");
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return String.join(", ", methods);
    }

    private static boolean fits(EndpointRule rule, List<String> steps) {
        var template = rule.steps();
        return (template.size() == steps.size() || (rule.isDeep() && template.size() < steps.size()))
                && IntStream.range(0, template.size())
                        .allMatch(i -> template.get(i).equals(steps.get(i))
                                || (template.get(i).equals("{}")
                                        && !steps.get(i).isEmpty()));
    }
}
