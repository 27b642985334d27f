package org.nowrongdoor.directory.vetting;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A vetting file as a hit tells it to those who ask: without its evidence, which the file has. It never ranks.
 *  @param answers every question, also where nothing is known
 *  @param concerns those that anyone may see
 *  @param note what the file does not say */
@Schema(name = "VettingSummary")
public record VettingSummary(List<Answer> answers, List<Concern> concerns, String note) {

    /** A question and what is known. */
    @Schema(name = "VettingSummaryAnswer")
    public record Answer(VettingQuestion question, String text, AnswerCode value) {}

    /** What two organisations are concerned about, and what the organisation replies.
     *  @param reply null where none was given */
    @Schema(name = "VettingSummaryConcern")
    public record Concern(
            UUID id,
            ConcernCode code,
            String text,
            String says,
            @Nullable LocalDate reviewOn,
            VettingView.@Nullable Reply reply) {}

    static VettingSummary of(VettingView file) {
        return new VettingSummary(
                file.answers().stream()
                        .map(answer -> new Answer(answer.question(), answer.text(), answer.value()))
                        .toList(),
                file.concerns().stream()
                        .map(concern -> new Concern(
                                concern.id(),
                                concern.code(),
                                concern.text(),
                                concern.says(),
                                concern.reviewOn(),
                                concern.reply()))
                        .toList(),
                file.note());
    }
}
