package org.nowrongdoor.eligibility.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** Describes what a person may say of herself, what a rule may test and what a service may state: all of it is JSON to
 *  the code, and lists of the catalogue to those who write it. */
@OpenApiFilter(value = OpenApiFilter.RunStage.BUILD, priority = 50)
public class EligibilityOpenApiFilter implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() != null && api.getComponents().getSchemas() != null) {
            new ClientSchemaBuilder(api.getComponents()).build();
            new FactSchemaBuilder(api.getComponents()).build();
            new RuleSchemaBuilder(api.getComponents()).build();
        }
        var search = api.getPaths() == null ? null : api.getPaths().getPathItem("/search");
        if (search != null && search.getGET() != null) {
            FactSchemaBuilder.parameters().forEach(search.getGET()::addParameter);
        }
    }
}
