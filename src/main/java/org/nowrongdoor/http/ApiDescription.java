package org.nowrongdoor.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Writes into the description of the API what holds everywhere: pages, problems, shared parameters. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ApiDescription implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(OASFactory.createComponents());
        }
        if (api.getPaths() != null) {
            api.getPaths().getPathItems().forEach(ApiDescription::describe);
            PageDescription.addTo(api);
            ProblemDescription.addTo(api);
        }
        if (api.getComponents().getSchemas() != null) {
            api.getComponents().getSchemas().forEach((name, schema) -> {
                if (name.endsWith("Parameters")) {
                    describeBody(schema);
                }
            });
        }
    }

    private static void describe(String path, PathItem item) {
        item.getOperations().values().stream()
                .filter(operation -> operation.getParameters() != null)
                .flatMap(operation -> operation.getParameters().stream())
                .forEach(ApiDescription::describe);
    }

    private static void describe(Parameter parameter) {
        var guide = ParameterGuide.of(parameter.getName());
        if (guide != null && parameter.getIn() == Parameter.In.QUERY) {
            parameter.description(guide.description()).example(guide.example());
            if (!guide.allowed().isEmpty() && parameter.getSchema() != null) {
                parameter.getSchema().enumeration(guide.allowed());
            }
        }
    }

    private static void describeBody(Schema parameters) {
        parameters.getProperties().forEach((name, property) -> {
            var guide = ParameterGuide.of(name);
            if (guide != null && property.getRef() == null) {
                property.description(guide.description()).examples(List.of(guide.example()));
            }
        });
    }
}
