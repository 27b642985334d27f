package org.nowrongdoor.http.openapi;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.nowrongdoor.http.server.MediaTypes;

/** A body that may also be asked as parameters of the same path says of its properties what they say of themselves. */
final class BodyDescriptionWriter {

    private final OpenAPI api;
    private final Map<String, Parameter> parameters = new HashMap<>();

    private BodyDescriptionWriter(OpenAPI api, List<Parameter> parameters) {
        this.api = api;
        parameters.forEach(parameter -> this.parameters.put(parameter.getName(), parameter));
    }

    static void addTo(OpenAPI api) {
        api.getPaths().getPathItems().values().forEach(item -> describe(api, item));
    }

    private static void describe(OpenAPI api, PathItem item) {
        var get = item.getGET();
        var body = item.getPOST() == null ? null : item.getPOST().getRequestBody();
        var json = body == null || body.getContent() == null
                ? null
                : body.getContent().getMediaType(MediaTypes.JSON);
        if (get != null && get.getParameters() != null && json != null && json.getSchema() != null) {
            new BodyDescriptionWriter(api, get.getParameters()).describe(json.getSchema());
        }
    }

    private void describe(Schema body) {
        var ref = body.getRef();
        var schema = ref == null ? body : api.getComponents().getSchemas().get(ref.substring(ref.lastIndexOf('/') + 1));
        if (schema != null && schema.getProperties() != null) {
            schema.getProperties().forEach(this::describe);
        }
    }

    private void describe(String name, Schema property) {
        // needs of the body is need, repeated, of the parameters
        var one = name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
        var parameter = parameters.getOrDefault(name, parameters.get(one));
        if (property.getRef() != null) {
            describe(property);
        } else if (parameter != null && property.getDescription() == null) {
            property.description(parameter.getDescription());
            if (parameter.getExample() != null) {
                var isList = property.getItems() != null;
                property.examples(List.of(isList ? List.of(parameter.getExample()) : parameter.getExample()));
            }
        }
    }
}
