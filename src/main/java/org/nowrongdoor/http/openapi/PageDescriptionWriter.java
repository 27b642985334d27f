package org.nowrongdoor.http.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private final OpenAPI api;

    private PageDescriptionWriter(OpenAPI api) {
        this.api = api;
    }

    static void addTo(OpenAPI api) {
        var description = new PageDescriptionWriter(api);
        api.getPaths().getPathItems().values().forEach(description::describe);
    }

    private void describe(PathItem item) {
        item.getOperations().forEach((method, operation) -> {
            var asked = operation.getRequestBody();
            if (asked != null) {
                showExample(json(asked.getContent()));
            }
            var answer = operation.getResponses().getAPIResponse("200");
            var media = answer == null ? null : json(answer.getContent());
            var name = schemaName(media);
            if (media != null && name != null) {
                if (method == PathItem.HttpMethod.GET && (isPageOfRecords(name) || !name.endsWith(PAGE))) {
                    addNotModified(operation);
                }
                describe(media, name);
            }
        });
    }

    private static void showExample(@Nullable MediaType media) {
        var name = schemaName(media);
        if (media != null && name != null) {
            example(name).ifPresent(media::example);
        }
    }

    private void describe(MediaType media, String name) {
        if (!isPageOfRecords(name)) {
            example(name).ifPresent(media::example);
            return;
        }
        var record = name.substring(0, name.length() - PAGE.length());
        api.getComponents().addSchema(name, page(record));
        example(record).ifPresent(example -> media.example(pageOf(example)));
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

    private static Optional<Object> example(String record) {
        try (var file = PageDescriptionWriter.class.getResourceAsStream("/api-examples/" + record + ".json")) {
            return file == null
                    ? Optional.empty()
                    : Optional.of(new ObjectMapper().readValue(file, LinkedHashMap.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void addNotModified(Operation operation) {
        operation
                .getResponses()
                .addAPIResponse(
                        "304",
                        OASFactory.createAPIResponse().description("What If-None-Match names is still what is shown"));
    }
}
