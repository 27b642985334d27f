package org.nowrongdoor.directory.vetting;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is stored of a vetting file. A vetter that is null is the operator. */
sealed interface VettingRow {

    /** Whose file it stands in. */
    UUID organizationId();

    /** What one vetter answers to one question.
     *  @param firstStatedOn since when it reads as it does */
    record Answer(
            UUID organizationId,
            VettingQuestion question,
            @Nullable UUID vetterId,
            AnswerCode value,
            @Nullable String asStated,
            List<VettingEvidence> evidence,
            LocalDate firstStatedOn,
            LocalDate statedOn)
            implements VettingRow {}

    /** What one vetter is concerned about.
     *  @param confirmedOn when the second organisation confirmed it first; null until then */
    record Concern(
            UUID organizationId,
            UUID id,
            ConcernCode code,
            String says,
            List<VettingEvidence> evidence,
            LocalDate filedOn,
            @Nullable LocalDate confirmedOn,
            @Nullable String reply,
            @Nullable LocalDate repliedOn)
            implements VettingRow {}

    /** What one organisation finds of a concern. */
    record Review(
            UUID organizationId, UUID concernId, @Nullable UUID vetterId, ReviewCode decision, LocalDate reviewedOn)
            implements VettingRow {}
}
