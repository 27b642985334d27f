package org.nowrongdoor.directory.partner;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.record.OrganizationRecord.Relation;
import org.nowrongdoor.http.record.HsdsShape;

/** What one organisation says of another, with the name of the other.
 *  @param organization the other one
 *  @param statedOn the day on which the source said so
 *  @param confirmed whether the record of the other organisation has the answering relation; false is no denial */
@HsdsShape
public record PartnerView(
        Named organization,
        Relation relation,
        @Nullable String purpose,
        @Nullable String limits,
        @Nullable LocalDate since,
        @Nullable String asStated,
        @Nullable String sourceUrl,
        @Nullable LocalDate statedOn,
        boolean confirmed) {

    /** An organisation by its name. */
    @Schema(name = "PartnerOrganization")
    public record Named(UUID id, String name) {}
}
