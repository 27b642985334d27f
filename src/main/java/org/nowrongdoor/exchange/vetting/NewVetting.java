package org.nowrongdoor.exchange.vetting;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.vetting.AnswerCode;
import org.nowrongdoor.directory.vetting.ConcernCode;
import org.nowrongdoor.directory.vetting.VettingEvidence;
import org.nowrongdoor.directory.vetting.VettingQuestion;

/** What one who vets says of an organisation.
 *  @param answers take the place of the vetter's earlier ones to the same questions
 *  @param concerns new ones, each of which a second organisation has to confirm */
@Schema(name = "NewVetting")
public record NewVetting(
        @Size(max = 8) @Valid List<Answer> answers,
        @Size(max = 5) @Valid List<Concern> concerns) {

    /** An answer to a question of document 003.
     *  @param value null takes the vetter's answer back
     *  @param asStated what was found, in the vetter's words */
    @Schema(name = "NewVettingAnswer")
    public record Answer(
            @NotNull VettingQuestion question,
            @Nullable AnswerCode value,

            @Nullable @Size(max = 1000) @Schema(examples = "They run a group with local sex workers.")
            String asStated,

            @Size(max = 5) @Valid List<VettingEvidence> evidence) {}

    /** What the vetter is concerned about.
     *  @param says what it is, in the vetter's words
     *  @param evidence where it can be read: one source with an address at least */
    @Schema(name = "NewConcern")
    public record Concern(
            @NotNull ConcernCode code,

            @NotNull @Size(min = 1, max = 1000) @Schema(examples = "They spoke for a law that punishes buyers.")
            String says,

            @Size(max = 5) @Valid List<VettingEvidence> evidence) {}
}
