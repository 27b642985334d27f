package org.nowrongdoor.search.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.eligibility.explain.LegalNote;
import org.nowrongdoor.eligibility.explain.OpenQuestion;
import org.nowrongdoor.eligibility.explain.Reason;

/** The answer to a search.
 *  @param interpretedAs what was understood, so that a caller can undo it
 *  @param total hits on all pages
 *  @param leftOut what filters removed, so that nothing is dropped in silence
 *  @param legalContext what sources say of the law for a client of that age there; empty unless the age was said
 *  @param canDoNow what someone who asks for another can do, with its source; for the audience {@code helper} alone
 *  @param nextSteps doors to try with or instead of the hits
 *  @param next where the next page begins; null on the last
 *  @param lang the tag of the locale that sentences are written in */
public record SearchPage(
        Interpretation interpretedAs,
        Total total,
        List<Hit> hits,
        List<NotEligible> notEligible,
        List<LeftOut> leftOut,
        List<OpenQuestion> questions,
        List<LegalNote> legalContext,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<HelperStep> canDoNow,
        List<NextStep> nextSteps,
        Map<String, List<FacetValue>> facets,
        @Nullable String next,
        @JsonIgnore String lang) {

    /** A page that tells nothing of what was asked: doors, the place, and how to go on.
     *  @param open of which only the place is told, or the several that it may be */
    public static SearchPage discreet(
            Interpretation open,
            Total total,
            List<Hit> hits,
            List<NextStep> nextSteps,
            @Nullable String next,
            String lang) {
        var places = open.unresolved().stream()
                .filter(what -> what.as().equals(Unresolved.PLACE))
                .map(place -> place.candidates().isEmpty() ? place.withoutText() : place)
                .toList();
        var asked = new Interpretation(
                List.of(), List.of(), open.place(), List.of(), List.of(), null, places, false, List.of(), null, null);
        return new SearchPage(
                asked, total, hits, List.of(), List.of(), List.of(), List.of(), List.of(), nextSteps, Map.of(), next,
                lang);
    }

    /** The same page with other hits, such as those that tell more. */
    public SearchPage with(List<Hit> others) {
        return new SearchPage(
                interpretedAs,
                total,
                others,
                notEligible,
                leftOut,
                questions,
                legalContext,
                canDoNow,
                nextSteps,
                facets,
                next,
                lang);
    }

    /** What was understood of the words and the place.
     *  @param situations what the words say that a person is in or has lived through, in neutral words
     *  @param organizations organisations that are named
     *  @param languages languages that are named: who speaks one comes first, and nothing is left out
     *  @param lenient whether typing errors or beginnings of words had to be allowed, or words left out, to find anything
     *  @param explanation what the words could be read as; left out unless the question asks for it
     *  @param audience who asks; absent in an answer that must be readable over a shoulder
     *  @param network the network that was asked for; absent where none was, and as audience is */
    public record Interpretation(
            List<UnderstoodNeed> needs,
            List<UnderstoodNeed> situations,
            @Nullable UnderstoodPlace place,
            List<UnderstoodOrganization> organizations,
            List<UnderstoodLanguage> languages,
            @Nullable Lens lens,
            List<Unresolved> unresolved,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean lenient,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ReadCandidate> explanation,

            @Nullable @JsonInclude(JsonInclude.Include.NON_NULL)
            Audience audience,

            @Nullable @JsonInclude(JsonInclude.Include.NON_NULL)
            UnderstoodNetwork network) {}

    /** The network that answers.
     *  @param organizations how many are known to be in it, itself among them
     *  @param note that others may be in it too */
    public record UnderstoodNetwork(UUID id, String name, int organizations, String note) {}

    /** Something that words of a question could be read as. Of those that share a word the ones with the highest sum of
     *  scores are read.
     *  @param text the words as they were typed
     *  @param as {@code place}, {@code need} or {@code organization}
     *  @param id of the region or the organisation; null for a need
     *  @param label its name; null for a need
     *  @param score how much speaks for it, in orders of magnitude of people
     *  @param against why it is no place here: {@code elsewhere}, {@code person}, {@code thing} or {@code street}
     *  @param read whether it was taken */
    public record ReadCandidate(
            String text,
            String as,
            @Nullable String id,
            @Nullable String label,
            double score,
            @Nullable String against,
            boolean read) {}

    /** A need or a situation and the words that it was read from.
     *  @param from null where a code was given, and where the words are accepted and never shown */
    public record UnderstoodNeed(
            String code, String label, @Nullable String from) {}

    /** An organisation and the words that name it. */
    public record UnderstoodOrganization(UUID id, String name, String from) {}

    /** A language and the word that names it.
     *  @param code of ISO 639 */
    public record UnderstoodLanguage(String code, String label, String from) {}

    /** The place that is searched around.
     *  @param approximate whether it was worked out from a point, or distances are measured from the middle of a county
     *  @param sure whether no other can be meant; a place that is only likely ranks and leaves out nothing
     *  @param also what else may be meant, the likeliest first */
    public record UnderstoodPlace(
            String id,
            String name,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean approximate,
            boolean sure,
            List<Candidate> also) {

        /** The same place, read from words. */
        public UnderstoodPlace likely(boolean isSure, List<Candidate> others) {
            return new UnderstoodPlace(id, name, approximate, isSure, others);
        }
    }

    /** Something that could not be told, and what it might have been.
     *  @param text as it was typed
     *  @param as {@code place}; {@code need} for what was taken for no need; {@code words} for what stands in no record;
     *      {@code language} for one that is required and not known
     *  @param candidates ids of regions, codes of needs or of languages to ask again with; none where nothing is near */
    public record Unresolved(
            String text,

            @Schema(
                    description = "place; need for what was taken for no need; words for what stands in no record;"
                            + " language for one that is required and not known",
                    enumeration = {PLACE, NEED, WORDS, LANGUAGE})
            String as,

            @Schema(description = "Regions, needs or languages to ask again with; none where nothing is near")
            List<Candidate> candidates) {

        public static final String PLACE = "place";
        public static final String NEED = "need";
        public static final String WORDS = "words";
        public static final String LANGUAGE = "language";

        public Unresolved withoutText() {
            return new Unresolved("…", as, candidates);
        }
    }

    /** One of the things that a text might have meant. */
    @Schema(name = "UnresolvedCandidate")
    public record Candidate(String id, String label) {}

    @Schema(name = "HitTotal")
    public record Total(long value, boolean exact) {}

    /** A service that the person fails, with each rule that she fails. */
    public record NotEligible(HitName service, List<Reason> reasons) {}

    public record HitName(UUID id, String name) {}

    public record LeftOut(String by, long count) {}

    public record FacetValue(String value, String label, long count) {}
}
