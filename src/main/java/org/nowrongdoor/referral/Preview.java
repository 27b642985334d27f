package org.nowrongdoor.referral;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.disclosure.BeforeContact;
import org.nowrongdoor.directory.disclosure.DisclosureBuilder;
import org.nowrongdoor.directory.disclosure.StatedCondition;
import org.nowrongdoor.directory.record.Disclosure;
import org.nowrongdoor.eligibility.explain.Conflict;
import org.nowrongdoor.eligibility.explain.Match;
import org.nowrongdoor.eligibility.explain.Question;
import org.nowrongdoor.search.model.HitService;
import org.nowrongdoor.search.model.NextStep;

/** What a referral would meet. What has to be told comes first, how to reach the service last.
 *  @param textsLang the language of {@code required_documents}, where it is not the one that was asked for
 *  @param asksFirst whether the service is asked before anybody is introduced
 *  @param refusals what refusals of this service came from, each at least eleven times
 *  @param partners who can introduce the client, where the service wants that, and who gives legal advice to its clients
 *  @param part2 whether 42 CFR Part 2 protects its records: details then need written consent */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Preview(
        List<Disclosure> disclosures,
        List<StatedCondition> conditions,
        List<Conflict> conflicts,
        BeforeContact.Cost cost,
        List<String> ledBy,
        String contactPreference,
        List<String> requiredDocuments,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> textsLang,
        Match match,
        List<Question> questions,
        boolean asksFirst,
        boolean part2,
        List<RefusalCount> refusals,
        List<NextStep> partners,
        HitService service,
        List<String> channels) {

    /** What is previewed.
     *  @param needs term codes, as the referral would name them; those that are not known are refused */
    @Schema(name = "PreviewRequest")
    public record Request(
            @NotNull UUID serviceId,

            @Schema(examples = "[\"shelter.emergency\"]") @Size(max = 20) @Nullable List<@NotNull @Size(max = 100) String> needs,

            @Schema(ref = "Client") @Nullable JsonNode client,

            @Schema(
                    nullable = true,
                    enumeration = {"en", "es"})
            @Pattern(regexp = "en|es", message = "must be en or es") @Nullable String lang) {

        public Request {
            needs = needs == null ? List.of() : List.copyOf(needs);
        }
    }

    /** What is told of a door before contact, and of its partners. */
    record Told(BeforeContact before, List<NextStep> partners) {}

    /** What is told of a door, in one language. */
    static Preview of(ReferabilityChecker.Checked checked, Told told, List<RefusalCount> refusals, String lang) {
        var door = checked.door();
        var before = told.before();
        return new Preview(
                DisclosureBuilder.in(lang, door.disclosures()),
                before.conditions(),
                checked.match().conflicts(),
                before.cost(),
                before.ledBy(),
                before.contactPreference(),
                before.requiredDocuments(),
                before.textsLang(),
                checked.match(),
                checked.match().questions(),
                ReferabilityChecker.asksFirst(door),
                ReferabilityChecker.isPart2(door),
                refusals,
                told.partners(),
                door.service(lang),
                door.channels());
    }
}
