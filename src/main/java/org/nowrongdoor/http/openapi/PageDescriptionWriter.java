package org.nowrongdoor.http.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.http.server.MediaTypes;

/** Describes pages of records, and shows an example of every body that has one under {@code /api-examples}. */
final class PageDescriptionWriter {

    private static final String SCHEMAS = "#/components/schemas/";
    private static final String PAGE = "Page";
    private static final String CHANGED = "last_modified";

    private final OpenAPI api;

    private PageDescriptionWriter(OpenAPI api) {
        this.api = api;
    }

    static void addTo(OpenAPI api) {
        var description = new PageDescriptionWriter(api);
        api.getPaths().getPathItems().values().forEach(description::describe);
    }

    private void describe(PathItem item) {
        item.getOperations().values().forEach(operation -> {
            var asked = operation.getRequestBody();
            if (asked != null) {
                showExample(json(asked.getContent()));
            }
            var answer = operation.getResponses().getAPIResponse("200");
            var media = answer == null ? null : json(answer.getContent());
            var name = schemaName(media);
            if (media != null && name != null) {
                describe(media, name);
                if (isPageOfRecords(name) && takesMinimal(operation)) {
                    requireIdAlone(record(name.substring(0, name.length() - PAGE.length())));
                }
            }
        });
    }

    private static void showExample(@Nullable MediaType media) {
        var name = schemaName(media);
        if (media != null && name != null) {
            DescriptionFile.example(name).ifPresent(media::example);
        }
    }

    private void describe(MediaType media, String name) {
        if (!isPageOfRecords(name)) {
            DescriptionFile.example(name).ifPresent(media::example);
            return;
        }
        var record = record(name.substring(0, name.length() - PAGE.length()));
        api.getComponents().addSchema(name, page(record));
        DescriptionFile.example(record).ifPresent(example -> media.example(pageOf(example)));
    }

    private static boolean takesMinimal(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(one -> "minimal".equals(one.getName()));
    }

    /** A list may leave out all but the id of its records and when they changed. */
    private void requireIdAlone(String record) {
        var schema = SchemaVisitor.known(api, record);
        schema.required(List.of("id"));
        if (!schema.getProperties().containsKey(CHANGED)) {
            schema.addProperty(
                    CHANGED,
                    OASFactory.createSchema()
                            .addType(Schema.SchemaType.STRING)
                            .format("date-time")
                            .readOnly(true));
        }
    }

    /** A record, or what is shown of it. */
    private String record(String name) {
        return api.getComponents().getSchemas().containsKey(name) ? name : name + "View";
    }

    private static @Nullable MediaType json(@Nullable Content content) {
        return content == null ? null : content.getMediaType(MediaTypes.JSON);
    }

    private static @Nullable String schemaName(@Nullable MediaType media) {
        return media == null || media.getSchema() == null || media.getSchema().getRef() == null
                ? null
                : media.getSchema().getRef().substring(SCHEMAS.length());
    }

    // A page schema that exists already is someone else's and not a page of records.
    private boolean isPageOfRecords(String name) {
        var known = api.getComponents().getSchemas();
        return name.endsWith(PAGE)
                && (known == null
                        || !known.containsKey(name)
                        || known.get(name).getProperties().get("contents") != null);
    }

    private static Schema page(String record) {
        var page = OASFactory.createSchema().addType(Schema.SchemaType.OBJECT);
        List.of("total_items", "total_pages", "page_number", "size")
                .forEach(
                        name -> page.addProperty(name, OASFactory.createSchema().addType(Schema.SchemaType.INTEGER)));
        List.of("first_page", "last_page", "empty")
                .forEach(
                        name -> page.addProperty(name, OASFactory.createSchema().addType(Schema.SchemaType.BOOLEAN)));
        page.addProperty(
                "contents",
                OASFactory.createSchema()
                        .addType(Schema.SchemaType.ARRAY)
                        .items(OASFactory.createSchema().ref(SCHEMAS + record)));
        page.getProperties().keySet().forEach(page::addRequired);
        return page;
    }

    private static Map<String, Object> pageOf(Object example) {
        var page = new LinkedHashMap<String, Object>();
        page.put("total_items", 1);
        page.put("total_pages", 1);
        page.put("page_number", 1);
        page.put("size", 1);
        page.put("first_page", true);
        page.put("last_page", true);
        page.put("empty", false);
        page.put("contents", List.of(example));
        return page;
    }

    /** A JSON body of a component, with its example where it has one. */
    static Content jsonOf(String component) {
        var media =
                OASFactory.createMediaType().schema(OASFactory.createSchema().ref(SCHEMAS + component));
        DescriptionFile.example(component).ifPresent(media::example);
        return OASFactory.createContent().addMediaType(MediaTypes.JSON, media);
    }
}
