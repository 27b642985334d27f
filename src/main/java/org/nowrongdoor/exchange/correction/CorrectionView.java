package org.nowrongdoor.exchange.correction;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A correction as editors read it. Nothing tells who sent it but the credit that they asked for. */
@Schema(name = "Correction")
public record CorrectionView(
        UUID id,
        UUID serviceId,
        String field,
        String says,
        NewCorrection.Credit credit,
        CorrectionStatus status,
        LocalDate receivedOn,
        @Nullable LocalDate decidedOn) {}
