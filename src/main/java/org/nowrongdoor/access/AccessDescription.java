package org.nowrongdoor.access;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.nowrongdoor.access.EndpointRule.Opening;

/** Writes the table of rules into the description of the API. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class AccessDescription implements OASFilter {

    private static final String SCHEME = "key";

    private static final Map<String, EndpointRule> RULES = EndpointRules.ALL.stream()
            .collect(Collectors.toMap(rule -> rule.method() + " " + rule.shape(), rule -> rule));

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(OASFactory.createComponents());
        }
        api.getComponents()
                .addSecurityScheme(
                        SCHEME,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description("A key (nwd_…), or a token of the configured issuer"));
        if (api.getPaths() != null) {
            api.getPaths().getPathItems().forEach(AccessDescription::describe);
        }
    }

    private static void describe(String path, PathItem item) {
        item.getOperations().forEach((method, operation) -> {
            var rule = RULES.get(method + " " + EndpointRule.shape(path));
            if (rule != null) {
                secure(operation, rule);
            }
        });
    }

    private static void secure(Operation operation, EndpointRule rule) {
        if (rule.opening() != Opening.KEYED) {
            operation.setSecurity(List.of());
            return;
        }
        operation.setSecurity(rule.anyOf().stream()
                .sorted()
                .map(scope -> OASFactory.createSecurityRequirement().addScheme(SCHEME, scope.wire))
                .toList());
    }
}
