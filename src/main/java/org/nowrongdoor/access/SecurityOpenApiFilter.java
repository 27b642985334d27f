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
import org.nowrongdoor.problem.Problem;

/** Writes the table of rules into the description of the API. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class SecurityOpenApiFilter implements OASFilter {

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
            api.getPaths().getPathItems().forEach(SecurityOpenApiFilter::describe);
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
        refuses(operation, "401", "A key was sent that is not valid, or none where one is needed");
        refuses(operation, "403", "The key may not do this");
        refuses(operation, "default", "Any other problem, such as 406, 413, 414, 415 or 431");
        if (rule.opening() != Opening.KEYED) {
            operation.setSecurity(List.of());
            return;
        }
        operation.setSecurity(rule.anyOf().stream()
                .sorted()
                .map(scope -> OASFactory.createSecurityRequirement().addScheme(SCHEME, scope.wire))
                .toList());
    }

    private static void refuses(Operation operation, String status, String why) {
        if (operation.getResponses() != null && !operation.getResponses().hasAPIResponse(status)) {
            var media = OASFactory.createMediaType()
                    .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"));
            operation
                    .getResponses()
                    .addAPIResponse(
                            status,
                            OASFactory.createAPIResponse()
                                    .description(why)
                                    .content(OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE, media)));
        }
    }
}
