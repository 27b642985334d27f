package org.nowrongdoor.directory.vetting;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The vetting file of an organisation. It judges and ranks no one.
 *  @param answers every question in the order of document 003, also where nothing is known
 *  @param concerns those that its reader may see, the oldest first
 *  @param note what the file does not say */
@Schema(name = "VettingFile")
public record VettingView(UUID organizationId, List<Answer> answers, List<Concern> concerns, String note) {

    /** A question and what is known.
     *  @param text the question in words
     *  @param value what the statements agree on, else unknown */
    @Schema(name = "VettingAnswer")
    public record Answer(VettingQuestion question, String text, AnswerCode value, List<Statement> statements) {}

    /** What one organisation answers.
     *  @param vetterId the organisation; null for the operator
     *  @param shownFrom since when anyone sees it
     *  @param reviewOn when it counts no longer, unless it is said again */
    @Schema(name = "VettingStatement")
    public record Statement(
            AnswerCode value,
            @Nullable String asStated,
            List<VettingEvidence> evidence,
            @Nullable UUID vetterId,
            LocalDate statedOn,
            LocalDate shownFrom,
            LocalDate reviewOn) {}

    /** What two organisations are concerned about, and what the organisation replies.
     *  @param text the code in words
     *  @param says what they are concerned about, in their words
     *  @param shownFrom since when anyone sees it; null until two have confirmed it
     *  @param reviewOn when it is shown no longer, unless it is confirmed again; null where it is not confirmed
     *  @param reply null where none was given */
    @Schema(name = "VettingConcern")
    public record Concern(
            UUID id,
            ConcernCode code,
            String text,
            String says,
            List<VettingEvidence> evidence,
            ConcernStatus status,
            List<Review> reviews,
            LocalDate filedOn,
            @Nullable LocalDate shownFrom,
            @Nullable LocalDate reviewOn,
            @Nullable Reply reply) {}

    /** What one organisation finds of a concern.
     *  @param vetterId the organisation; null for the operator */
    @Schema(name = "ConcernReview")
    public record Review(@Nullable UUID vetterId, ReviewCode decision, LocalDate reviewedOn) {}

    /** What the organisation itself says of a concern. */
    @Schema(name = "ConcernReply")
    public record Reply(String text, LocalDate repliedOn) {}
}
