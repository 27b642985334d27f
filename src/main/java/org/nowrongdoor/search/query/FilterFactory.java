package org.nowrongdoor.search.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.eligibility.rule.CultureVocabulary;
import org.nowrongdoor.eligibility.rule.FactCode;
import org.nowrongdoor.search.index.HourIndex;
import org.nowrongdoor.search.index.IndexFields;
import org.nowrongdoor.search.index.LanguageTokens;
import org.nowrongdoor.search.index.StayTokens;
import org.nowrongdoor.search.model.StoredService;

/** The filters that {@code require} can hold. An unknown is kept or dropped as the caller says; it never passes for a no. */
public final class FilterFactory {

    /** The name under which the filter of a relationship to law enforcement is counted. */
    public static final String LAW_ENFORCEMENT = "law_enforcement_at_most";

    /** The name under which those are counted that fail more than one filter. */
    public static final String SEVERAL = "several";

    /** The name under which the filter of a network is counted. */
    public static final String NETWORK = "network";

    private final boolean keepUnknown;

    FilterFactory(boolean keepUnknown) {
        this.keepUnknown = keepUnknown;
    }

    /** A fact has one of these values. */
    Filter fact(String code, List<String> values) {
        return StayTokens.isStay(code)
                ? stay(code, values)
                : known(
                        code,
                        facts(code, values),
                        stated(code),
                        service -> !service.facts().containsKey(code));
    }

    /** People may stay for any of these numbers of days. */
    private Filter stay(String code, List<String> asked) {
        var reaching = asked.stream()
                .flatMap(days -> StayTokens.reaching(days).stream())
                .toList();
        return known(code, Criterion.hasAnyTerm(IndexFields.FACTS, reaching), stated(code), service -> {
            var stated = service.facts().get(code);
            return stated == null || asked.stream().allMatch(days -> StayTokens.isOpen(stated, days));
        });
    }

    /** No fee is asked. */
    Filter free() {
        return known(
                "free",
                facts("fees", List.of("free")),
                stated("fees"),
                service -> !service.facts().containsKey("fees"));
    }

    /** Led by any of these: {@code sex_worker}, {@code survivor}, {@code peer}. */
    Filter ledBy(List<String> groups) {
        var facts = groups.stream().map(group -> group + "_led").toList();
        return known(
                "led_by",
                Criterion.hasAnyTerm(
                        IndexFields.FACTS, facts.stream().map(c -> c + "=yes").toList()),
                new Criterion.AllOf(facts.stream().map(FilterFactory::stated).toList()),
                service -> facts.stream().noneMatch(c -> isYes(service.facts().get(c)))
                        && !service.facts().keySet().containsAll(facts));
    }

    /** No closer to law enforcement than this place on the scale. */
    Filter lawEnforcementAtMost(int rank) {
        return known(
                LAW_ENFORCEMENT,
                facts(LawEnforcementScale.FACT, LawEnforcementScale.SCALE.subList(0, rank + 1)),
                facts(LawEnforcementScale.FACT, LawEnforcementScale.SCALE),
                service -> !service.facts().containsKey(LawEnforcementScale.FACT));
    }

    /** Spoken in any of these languages, as {@link LanguageTokens#asked} reads them. */
    Filter languages(List<String> asked) {
        var meeting = LanguageTokens.meeting(asked);
        var perhaps = LanguageTokens.perhaps(asked);
        return known(
                "languages",
                Criterion.hasAnyTerm(IndexFields.LANGUAGES, meeting),
                perhaps.isEmpty()
                        ? allRead()
                        : Criterion.matchesQuery(f -> f.bool()
                                .filter(f.match().field(IndexFields.LANGUAGES).matching(LanguageTokens.ALL))
                                .mustNot(f.terms().field(IndexFields.LANGUAGES).matchingAny(perhaps))),
                service -> {
                    var stated = service.languages();
                    var isSilent = !stated.contains(LanguageTokens.ALL) || !Collections.disjoint(stated, perhaps);
                    return isSilent && Collections.disjoint(stated, meeting);
                });
    }

    private static Criterion allRead() {
        return Criterion.hasAnyTerm(IndexFields.LANGUAGES, List.of(LanguageTokens.ALL));
    }

    /** Open at a moment. */
    Filter openAt(HourIndex hours, Instant at) {
        var moment = hours.at(at);
        return known(
                "open_at",
                new Criterion.OpenAt(moment),
                new Criterion.KnownAt(moment),
                service -> hours.isUnknown(service, at));
    }

    /** Reached by any of these channels. A channel that is not published cannot be used, so none is ever unknown. */
    Filter channels(List<String> codes) {
        return sure("channels", Criterion.hasAnyTerm(IndexFields.CHANNELS, codes));
    }

    /** In one of these states. */
    Filter status(List<String> codes) {
        return sure("status", Criterion.hasAnyTerm(IndexFields.STATUS, codes));
    }

    /** Of organisations that are known to be in a network. No record says that an organisation is in none, so what is not
     *  known is left out here and counted as such. */
    static Filter network(List<String> organizations) {
        return sure(
                NETWORK,
                Criterion.matchesQuery(
                        f -> f.terms().field(IndexFields.ORGANIZATION).matchingAny(organizations)));
    }

    /** Verified by someone on this day or later. */
    Filter verifiedSince(long day) {
        return sure("verified_within_days", new Criterion.AtLeast(IndexFields.VERIFIED, day));
    }

    private static Criterion facts(String code, List<String> values) {
        var groups = code.equals(FactCode.CULTURALLY_SPECIFIC.code())
                ? values.stream()
                        .flatMap(value -> CultureVocabulary.groupsOf(value).stream())
                        .map(group -> code + '@' + group)
                : Stream.<String>of();
        return Criterion.hasAnyTerm(
                IndexFields.FACTS,
                Stream.concat(values.stream().map(value -> code + '=' + value), groups)
                        .distinct()
                        .toList());
    }

    /** Some value of the fact is known. */
    private static Criterion stated(String code) {
        return Criterion.hasAnyTerm(IndexFields.FACTS, List.of(code));
    }

    private static boolean isYes(@Nullable JsonNode value) {
        return value != null && "yes".equals(value.asText());
    }

    private static Filter sure(String by, Criterion certain) {
        return new Plain(by, certain, Criterion.ALL, service -> false);
    }

    private Filter known(String by, Criterion certain, Criterion stated, Predicate<StoredService> unknown) {
        return new Plain(by, certain, keepUnknown ? stated : Criterion.ALL, unknown);
    }

    private record Plain(String by, Criterion certain, Criterion failing, Predicate<StoredService> unknown)
            implements Filter {

        @Override
        public boolean isUnknownFor(StoredService service) {
            return unknown.test(service);
        }
    }
}
