package org.nowrongdoor.directory.record;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.http.record.HsdsShape;
import org.nowrongdoor.http.record.Metadata;

/** A paper that the service asks for.
 *  @see "HSDS 3.2, required_document" */
@HsdsShape
public record RequiredDocument(
        UUID id,
        @Nullable UUID serviceId,
        @Nullable String document,
        @Nullable String uri,
        List<Attribute> attributes,
        List<Metadata> metadata) {}
