package org.nowrongdoor.exchange.provider;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.eligibility.rule.FactEntry;

/** What a provider states of itself, and the questions that it may answer.
 *  @param facts its own answers by their codes
 *  @param others what sources say, by the same codes
 *  @param expiresAt when the link ends
 *  @param regions where the provider is: ids of the areas of its service */
public record StatementView(
        UUID serviceId,
        String name,
        Map<String, Own> facts,
        Map<String, List<JsonNode>> others,
        List<Group> questions,
        Instant expiresAt,
        @JsonIgnore List<String> regions) {

    /** What tells one state of a part's answers from another, so that a form can say which one it showed. */
    String mark(String part) {
        var own = questions.stream()
                .filter(group -> group.code().equals(part))
                .flatMap(group -> group.questions().stream())
                .map(question -> question.code() + " " + facts.get(question.code()))
                .collect(Collectors.joining("\n"));
        return UUID.nameUUIDFromBytes(own.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** One answer of the provider.
     *  @param expiresOn the last day on which it counts */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "OwnAnswer")
    public record Own(
            @Schema(ref = "FactValue") JsonNode value,
            @Nullable String asStated,
            @Nullable LocalDate statedOn,
            @Nullable LocalDate expiresOn) {}

    /** Questions that belong together. */
    @Schema(name = "StatementGroup")
    public record Group(String code, List<FactEntry> questions) {}

    /** Answers that are given or taken back.
     *  @param facts code to answer; null takes the provider's answer back. What is not named stays */
    @Schema(name = "StatementAnswers")
    public record Answers(Map<String, @Nullable Given> facts) {}

    /** An answer.
     *  @param asStated the provider's own words */
    @Schema(name = "GivenAnswer")
    public record Given(
            @Schema(ref = "FactValue") JsonNode value,
            @Nullable String asStated) {}
}
