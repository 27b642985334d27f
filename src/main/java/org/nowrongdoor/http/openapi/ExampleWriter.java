package org.nowrongdoor.http.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Gives parameters the examples that a tool sends as they are: those of the resource {@code openapi/examples.json}, which
 *  stand in the seed data and make sense together. Every other example moves to the schema, where it is shown and not
 *  sent. */
final class ExampleWriter {

    // An id that no record has: what is shown where the seed data hold no such record.
    private static final String NO_RECORD = "00000000-0000-4000-8000-000000000000";

    private ExampleWriter() {}

    static void addTo(OpenAPI api) {
        var file = DescriptionFile.json("examples.json");
        api.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations().values().forEach(operation -> {
                    var own = String.valueOf(operation.getOperationId());
                    describe(operation, file.path(file.has(own) ? own : ownerOf(path, file)));
                    bodies(operation);
                }));
        AnswerExampleWriter.addTo(api);
    }

    /** The longest path of the file that a path begins with, so that what lies below a record has its id. */
    private static String ownerOf(String path, JsonNode file) {
        var owner = path;
        while (!file.has(owner) && owner.contains("}/")) {
            owner = owner.substring(0, owner.lastIndexOf("}/") + 1);
        }
        return file.has(owner) ? owner : path;
    }

    private static void describe(Operation operation, JsonNode examples) {
        if (operation.getParameters() == null) {
            return;
        }
        for (var parameter : operation.getParameters()) {
            var example = examples.path(parameter.getName());
            if (!example.isMissingNode()) {
                parameter.example(example.isInt() ? (Object) example.asInt() : example.asText());
            } else if (parameter.getIn() == Parameter.In.PATH) {
                parameter.example(isId(parameter.getSchema()) ? NO_RECORD : "none");
            } else if (parameter.getExample() != null) {
                var shown = parameter.getExample();
                parameter.example(null);
                show(parameter.getSchema(), shown);
            }
        }
    }

    private static boolean isId(Schema schema) {
        return "uuid".equals(schema.getFormat());
    }

    private static void show(Schema schema, Object example) {
        if (schema.getExamples() == null) {
            var isWhole = schema.getType() != null && schema.getType().contains(Schema.SchemaType.INTEGER);
            var one = isWhole ? Integer.valueOf(example.toString()) : example;
            schema.examples(List.of(schema.getItems() == null ? one : List.of(one)));
        }
    }

    /** Bodies show the example of their component, unless they have one of their own. */
    private static void bodies(Operation operation) {
        if (operation.getRequestBody() != null) {
            operation.getRequestBody().getContent().getMediaTypes().values().forEach(media -> {
                var component = SchemaVisitor.component(media.getSchema());
                if (component != null && !hasExample(media)) {
                    DescriptionFile.example(component).ifPresent(media::example);
                }
            });
        }
    }

    static boolean hasExample(MediaType media) {
        var named = media.getExamples();
        return media.getExample() != null || (named != null && !named.isEmpty());
    }
}
