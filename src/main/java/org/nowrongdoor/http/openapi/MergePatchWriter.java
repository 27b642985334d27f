package org.nowrongdoor.http.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Describes merge patches: any member of the record, and null where it is to go.
 *  @see "RFC 7396" */
final class MergePatchWriter {

    private static final String MERGE_PATCH = "application/merge-patch+json";
    private static final String PATCH = "Patch";

    private final OpenAPI api;

    private MergePatchWriter(OpenAPI api) {
        this.api = api;
    }

    static void addTo(OpenAPI api) {
        var writer = new MergePatchWriter(api);
        SchemaVisitor.operations(api).stream()
                .filter(operation -> operation.getRequestBody() != null)
                .map(operation -> operation.getRequestBody().getContent().getMediaType(MERGE_PATCH))
                .filter(media -> media != null)
                .forEach(writer::describe);
    }

    private void describe(MediaType media) {
        var record = SchemaVisitor.component(media.getSchema());
        if (record != null) {
            if (api.getComponents().getSchemas().get(record + PATCH) == null) {
                api.getComponents().addSchema(record + PATCH, patch(record));
            }
            media.schema(OASFactory.createSchema().ref(SchemaVisitor.COMPONENT + record + PATCH));
        }
    }

    private Schema patch(String record) {
        var members = new LinkedHashMap<String, Schema>();
        SchemaVisitor.known(api, record).getProperties().forEach((name, member) -> {
            if (!Boolean.TRUE.equals(member.getReadOnly())) {
                members.put(name, ShapeWriter.orNull(copy(member)));
            }
        });
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description(
                        "Members of " + record + " that change, as a merge patch (RFC 7396): null takes a member away,"
                                + " a list takes the place of the whole list.")
                .properties(members);
    }

    private static Schema copy(Schema of) {
        var copy = OASFactory.createSchema()
                .ref(of.getRef())
                .type(of.getType() == null ? null : new ArrayList<>(of.getType()))
                .format(of.getFormat())
                .items(of.getItems())
                .minimum(of.getMinimum())
                .maximum(of.getMaximum())
                .maxLength(of.getMaxLength())
                .enumeration(of.getEnumeration() == null ? null : new ArrayList<>(of.getEnumeration()))
                .anyOf(of.getAnyOf() == null ? null : new ArrayList<>(of.getAnyOf()))
                .description(of.getDescription());
        if (of.getAdditionalPropertiesSchema() != null) {
            copy.additionalPropertiesSchema(of.getAdditionalPropertiesSchema());
        }
        return copy;
    }
}
