package org.nowrongdoor.directory.record;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.http.record.HsdsShape;
import org.nowrongdoor.http.record.Metadata;

/** An area that is served; {@code extent} is a region id where {@code extent_type} is {@code text}.
 *  @param translations of what it is called, by the code of their language
 *  @see "HSDS 3.2, service_area" */
@HsdsShape
public record ServiceArea(
        UUID id,
        @Nullable UUID serviceId,
        @Nullable UUID serviceAtLocationId,
        @Nullable String name,
        @Nullable String description,
        @Nullable String extent,
        @Nullable String extentType,
        @Nullable String uri,
        List<Attribute> attributes,
        List<Metadata> metadata,
        Map<String, Translation> translations) {

    /** The name of an area, or what is said of it, in another language. */
    @HsdsShape
    @Schema(name = "ServiceAreaTranslation")
    public record Translation(
            @Nullable String name, @Nullable String description) {}
}
