package org.nowrongdoor.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.http.parameter.RouteTemplate;

class OfferedMediaTypesTest {

    // Chosen by whoever scrapes; not looked at by the filter.
    private static final Set<String> ELSEWHERE = Set.of("GET /q/metrics");

    @Test
    void theTableOffersWhatTheEndpointsProduce() {
        var produced = new TreeMap<String, Set<String>>();
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.nowrongdoor").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .map(JavaClass::reflect)
                        .forEach(type ->
                                Arrays.stream(type.getMethods()).forEach(method -> add(produced, type, method)));
        var offered = new TreeMap<String, Set<String>>();
        for (var rule : EndpointRules.ALL) {
            var name = rule.method() + " " + rule.shape();
            if (!ELSEWHERE.contains(name) && produced.containsKey(name)) {
                offered.put(name, new TreeSet<>(OfferedMediaTypes.of(rule)));
            }
        }
        assertEquals(asText(produced), asText(offered));
    }

    private static void add(Map<String, Set<String>> produced, Class<?> type, Method method) {
        var route = RouteTemplate.of(type, method);
        var name = route.method() + " " + EndpointRule.shape(route.path());
        var types = method.isAnnotationPresent(Produces.class)
                ? method.getAnnotation(Produces.class)
                : type.getAnnotation(Produces.class);
        if (!route.method().isEmpty()
                && !route.method().equals("DELETE")
                && !ELSEWHERE.contains(name)
                && types != null) {
            for (var one : types.value()) {
                produced.computeIfAbsent(name, key -> new TreeSet<>()).add(one.split(";", 2)[0]);
            }
        }
    }

    private static String asText(Map<String, Set<String>> map) {
        return map.toString().replace("], ", "]\n");
    }
}
