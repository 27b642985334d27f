package org.nowrongdoor.http.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.IndexView;
import org.nowrongdoor.http.server.MediaTypes;

/** Writes into the description of the API what holds everywhere: pages, problems, shared parameters, the words of every
 *  list, and what everything means. Runs after the filters of the rooms, which describe what is theirs. */
@OpenApiFilter(value = OpenApiFilter.RunStage.BUILD, priority = -100)
public class CommonOpenApiFilter implements OASFilter {

    /** Where the HSDS read API begins; elsewhere the same names may mean something else. */
    private static final Set<String> READ =
            Set.of("services", "organizations", "locations", "service_at_locations", "taxonomies", "taxonomy_terms");

    private static final String PARAMETERS = "Parameters";

    private final IndexView index;

    /** @param index the classes of the application */
    public CommonOpenApiFilter(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(OASFactory.createComponents());
        }
        if (api.getPaths() != null) {
            api.getPaths().getPathItems().forEach((path, item) -> {
                if (READ.contains(path.split("/", -1)[1])) {
                    item.getOperations().values().forEach(operation -> describe(api, operation));
                }
            });
            var document = new DocumentWriter(api);
            document.describe();
            PageDescriptionWriter.addTo(api);
            BodyDescriptionWriter.addTo(api);
            ShapeWriter.addTo(api, new ComponentTypes(api, index));
            NamedWordsWriter.addTo(api);
            MergePatchWriter.addTo(api);
            ProblemDescriptionWriter.addTo(api);
            MediaDescriptionWriter.addTo(api);
            BoundWriter.addTo(api);
            ExampleWriter.addTo(api);
            HeaderDescriptionWriter.addTo(api);
            TextWriter.addTo(api);
            document.arrange();
        }
    }

    private static void describe(OpenAPI api, Operation operation) {
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(CommonOpenApiFilter::describe);
        }
        var body = operation.getRequestBody();
        if (body == null || body.getContent() == null || !body.getContent().hasMediaType(MediaTypes.JSON)) {
            return;
        }
        var schema = body.getContent().getMediaType(MediaTypes.JSON).getSchema();
        if (schema != null && schema.getRef() != null && schema.getRef().endsWith(PARAMETERS)) {
            body.required(false);
            var name = schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1);
            var named = api.getComponents().getSchemas().get(name);
            if (named != null) {
                describeBody(named);
            }
        }
    }

    private static void describe(Parameter parameter) {
        var guide = ParameterDescriptions.of(parameter.getName());
        if (guide != null && parameter.getIn() == Parameter.In.QUERY) {
            parameter.description(guide.description()).example(guide.example());
            if (!guide.allowed().isEmpty() && parameter.getSchema() != null) {
                parameter.getSchema().enumeration(guide.allowed());
            }
        }
    }

    private static void describeBody(Schema parameters) {
        parameters.getProperties().forEach((name, property) -> {
            var guide = ParameterDescriptions.of(name);
            if (guide != null && property.getRef() == null) {
                property.description(guide.description()).examples(List.of(guide.example()));
            }
        });
    }
}
