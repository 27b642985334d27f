package org.nowrongdoor.http.openapi;

import java.util.List;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** A part of the description by its name in the files: {@code Component.property}, or {@code operation?parameter}. */
final class DescribedPart {

    private final OpenAPI api;
    private final String name;

    DescribedPart(OpenAPI api, String name) {
        this.api = api;
        this.name = name;
    }

    /** Puts another schema in the place of the present one.
     *  @throws IllegalStateException when nothing has the name */
    void replace(UnaryOperator<Schema> change) {
        if (name.contains("?")) {
            replaceOfParameter(change);
        } else {
            replaceOfProperty(change);
        }
    }

    private void replaceOfParameter(UnaryOperator<Schema> change) {
        var parts = name.split("\\?", -1);
        var parameter = SchemaVisitor.operations(api).stream()
                .filter(operation -> parts[0].equals(operation.getOperationId()))
                .map(Operation::getParameters)
                .filter(parameters -> parameters != null)
                .flatMap(List::stream)
                .filter(one -> one.getName().equals(parts[1]))
                .findFirst()
                .orElseThrow(this::absent);
        parameter.setSchema(change.apply(parameter.getSchema()));
    }

    private void replaceOfProperty(UnaryOperator<Schema> change) {
        var parts = name.split("\\.", -1);
        var component = api.getComponents().getSchemas().get(parts[0]);
        if (component == null
                || component.getProperties() == null
                || component.getProperties().get(parts[1]) == null) {
            throw absent();
        }
        component.addProperty(parts[1], change.apply(component.getProperties().get(parts[1])));
    }

    private IllegalStateException absent() {
        return new IllegalStateException("a file of the description names " + name + ", which is not described");
    }
}
