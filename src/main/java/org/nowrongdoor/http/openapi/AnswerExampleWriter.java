package org.nowrongdoor.http.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** Gives answers that have no example yet the one of their component under {@code /api-examples}; texts have theirs by the
 *  resource {@code openapi/answers.json}, and lines of a list are its records, one a line. */
final class AnswerExampleWriter {

    private static final String CONTENTS = "contents";

    /** Files of examples by operation and media type. */
    private final Map<String, String> texts = new HashMap<>();

    private final Set<String> unused = new HashSet<>();

    private AnswerExampleWriter() {
        DescriptionFile.json("answers.json")
                .properties()
                .forEach(file -> file.getValue().forEach(answer -> texts.put(answer.asText(), file.getKey())));
        unused.addAll(texts.keySet());
    }

    static void addTo(OpenAPI api) {
        var writer = new AnswerExampleWriter();
        SchemaVisitor.operations(api).forEach(writer::describe);
        if (api.getComponents().getResponses() != null) {
            api.getComponents().getResponses().values().forEach(answer -> {
                if (answer.getContent() != null) {
                    answer.getContent().getMediaTypes().values().forEach(AnswerExampleWriter::describe);
                }
            });
        }
        if (!writer.unused.isEmpty()) {
            throw new IllegalStateException(
                    "answers.json names " + writer.unused + ", which no operation answers with");
        }
    }

    private void describe(Operation operation) {
        operation.getResponses().getAPIResponses().values().forEach(answer -> {
            if (answer.getContent() != null) {
                var types = answer.getContent().getMediaTypes();
                types.values().forEach(AnswerExampleWriter::describe);
                types.forEach((type, media) -> describeText(operation.getOperationId() + " " + type, media));
                var lines = types.get("application/x-ndjson");
                if (lines != null && !ExampleWriter.hasExample(lines)) {
                    var page = types.get("application/json");
                    lines.example(lines(page == null ? null : page.getExample()));
                }
            }
        });
    }

    private void describeText(String name, MediaType media) {
        var file = texts.get(name);
        if (file != null) {
            unused.remove(name);
            var isObject =
                    List.of(Schema.SchemaType.OBJECT).equals(media.getSchema().getType());
            media.example(isObject ? DescriptionFile.object(file) : DescriptionFile.text(file));
        }
    }

    private static void describe(MediaType media) {
        if (ExampleWriter.hasExample(media) || media.getSchema() == null) {
            return;
        }
        var component = SchemaVisitor.component(media.getSchema());
        var item = SchemaVisitor.component(media.getSchema().getItems());
        if (component != null) {
            DescriptionFile.example(component).ifPresent(media::example);
        } else if (item != null) {
            DescriptionFile.example(item).ifPresent(example -> media.example(List.of(example)));
        }
    }

    private static @Nullable String lines(@Nullable Object page) {
        if (!(page instanceof Map<?, ?> members)) {
            return null;
        }
        var records = members.containsKey(CONTENTS) ? members.get(CONTENTS) : members.get("entries");
        var lines = new StringBuilder();
        if (records instanceof List<?> list) {
            var mapper = new ObjectMapper();
            list.forEach(record -> lines.append(line(mapper, record)).append('\n'));
        }
        return lines.toString();
    }

    private static String line(ObjectMapper mapper, @Nullable Object record) {
        try {
            return mapper.writeValueAsString(record);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
