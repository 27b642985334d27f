package org.nowrongdoor.directory.record;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.http.record.HsdsShape;
import org.nowrongdoor.http.record.Metadata;

/** A paper that the service asks for.
 *  @param translations of what it is called, by the code of their language
 *  @see "HSDS 3.2, required_document" */
@HsdsShape
public record RequiredDocument(
        UUID id,
        @Nullable UUID serviceId,
        @Nullable String document,
        @Nullable String uri,
        List<Attribute> attributes,
        List<Metadata> metadata,
        Map<String, Translation> translations) {

    /** What the paper is called in another language. */
    @HsdsShape
    @Schema(name = "RequiredDocumentTranslation")
    public record Translation(@Nullable String document) {}
}
