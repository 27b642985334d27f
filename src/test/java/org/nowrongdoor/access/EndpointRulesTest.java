package org.nowrongdoor.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.access.EndpointRule.Opening;
import org.nowrongdoor.http.parameter.RouteTemplate;
import org.nowrongdoor.storage.postgres.PostgresForTests;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class EndpointRulesTest {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private static final Map<String, EndpointRule> ROWS = EndpointRules.ALL.stream()
            .collect(Collectors.toMap(rule -> rule.method() + " " + rule.shape(), rule -> rule));

    private record Endpoint(String name, JsonNode operation) {}

    private static List<Endpoint> described() throws Exception {
        var text = RestAssured.given()
                .accept("application/json")
                .get("/q/openapi?format=json")
                .asString();
        var found = new ArrayList<Endpoint>();
        new ObjectMapper()
                .readTree(text)
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (METHODS.contains(operation.getKey())) {
                        found.add(new Endpoint(
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + EndpointRule.shape(path.getKey()),
                                operation.getValue()));
                    }
                }));
        return found;
    }

    /** The endpoints that there are, pages that the description leaves out included. */
    private static Set<String> implemented() {
        var names = new TreeSet<String>();
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.nowrongdoor").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .map(JavaClass::reflect)
                        .flatMap(type -> Arrays.stream(type.getMethods()).map(method -> RouteTemplate.of(type, method)))
                        .filter(route -> !route.method().isEmpty())
                        .forEach(route -> names.add(route.method() + " " + EndpointRule.shape(route.path())));
        return names;
    }

    @Test
    void theTableHasARowForEachEndpointAndNoOther() {
        assertEquals(implemented(), new TreeSet<>(ROWS.keySet()));
    }

    @Test
    void theDescriptionSaysWhatTheTableSays() throws Exception {
        for (var endpoint : described()) {
            var rule = ROWS.get(endpoint.name());
            if (rule == null) {
                continue;
            }
            var scopes = new TreeSet<String>();
            endpoint.operation()
                    .path("security")
                    .forEach(one -> one.path("key").forEach(scope -> scopes.add(scope.asText())));
            assertEquals(
                    rule.anyOf().stream().map(scope -> scope.wire).collect(Collectors.toCollection(TreeSet::new)),
                    scopes,
                    endpoint.name());
            assertEquals(rule.opening() == Opening.KEYED, !scopes.isEmpty(), endpoint.name());
        }
    }
}
