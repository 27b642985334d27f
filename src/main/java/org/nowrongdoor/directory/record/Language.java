package org.nowrongdoor.directory.record;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.http.record.HsdsShape;
import org.nowrongdoor.http.record.Metadata;

/** A language in which help is given; {@code mode} tells staff from interpreter where the source says so.
 *  @see "HSDS 3.2, language" */
@HsdsShape
public record Language(
        UUID id,
        @Nullable UUID serviceId,
        @Nullable UUID locationId,
        @Nullable UUID phoneId,
        @Nullable String name,
        @Nullable String code,
        @Nullable String note,
        List<Attribute> attributes,
        List<Metadata> metadata,
        @Nullable LanguageMode mode) {}
