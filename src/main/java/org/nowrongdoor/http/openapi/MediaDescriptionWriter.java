package org.nowrongdoor.http.openapi;

import java.util.HashSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Adds the media types other than JSON in which an operation answers, as the resource {@code openapi/media.json} lists
 *  them: an operation for what it answers with 200, or with another status after it. */
final class MediaDescriptionWriter {

    private static final String SUCCESS = "200";

    private MediaDescriptionWriter() {}

    static void addTo(OpenAPI api) {
        DescriptionFile.json("media.json").properties().forEach(media -> {
            var named = new HashSet<String>();
            media.getValue().forEach(answer -> named.add(answer.asText()));
            var isJson = media.getKey().endsWith("geo+json");
            for (var operation : SchemaVisitor.operations(api)) {
                operation.getResponses().getAPIResponses().forEach((status, answer) -> {
                    var isSuccess = status.equals(SUCCESS);
                    var name = operation.getOperationId() + (isSuccess ? "" : " " + status);
                    if (named.remove(name)) {
                        answer.getContent()
                                .addMediaType(
                                        media.getKey(),
                                        OASFactory.createMediaType()
                                                .schema(OASFactory.createSchema()
                                                        .addType(
                                                                isJson
                                                                        ? Schema.SchemaType.OBJECT
                                                                        : Schema.SchemaType.STRING)));
                    }
                });
            }
            if (!named.isEmpty()) {
                throw new IllegalStateException("media.json names " + named + ", which no operation answers with");
            }
        });
    }
}
