package org.nowrongdoor.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;

/** The filters that {@code require} can hold. An unknown is kept or dropped as the caller says; it never passes for a no. */
final class Filters {

    /** The name under which the filter of a relationship to law enforcement is counted. */
    static final String LAW_ENFORCEMENT = "law_enforcement_at_most";

    private final boolean keepUnknown;

    Filters(boolean keepUnknown) {
        this.keepUnknown = keepUnknown;
    }

    /** A fact has one of these values. */
    Filter fact(String code, List<String> values) {
        var tokens = values.stream().map(value -> code + '=' + value).toList();
        return known(
                code,
                f -> f.terms().field(Fields.FACTS).matchingAny(tokens),
                f -> f.match().field(Fields.FACTS).matching(code),
                service -> !service.facts().containsKey(code));
    }

    /** No fee is asked. */
    Filter free() {
        return known(
                "free",
                f -> f.match().field(Fields.FACTS).matching("fees=free"),
                f -> f.match().field(Fields.FACTS).matching("fees"),
                service -> !service.facts().containsKey("fees"));
    }

    /** Led by any of these: {@code sex_worker}, {@code survivor}, {@code peer}. */
    Filter ledBy(List<String> groups) {
        var facts = groups.stream().map(group -> group + "_led").toList();
        return known(
                "led_by",
                f -> f.terms()
                        .field(Fields.FACTS)
                        .matchingAny(facts.stream().map(c -> c + "=yes").toList()),
                f -> f.terms().field(Fields.FACTS).matchingAll(facts),
                service -> facts.stream().noneMatch(c -> isYes(service.facts().get(c)))
                        && !service.facts().keySet().containsAll(facts));
    }

    /** No closer to law enforcement than this place on the scale. */
    Filter lawEnforcementAtMost(int rank) {
        return known(
                LAW_ENFORCEMENT,
                f -> f.range().field(Fields.LAW_ENFORCEMENT).atMost(rank),
                f -> f.exists().field(Fields.LAW_ENFORCEMENT),
                service -> !service.facts().containsKey("law_enforcement_relationship"));
    }

    /** Spoken in any of these languages; {@code es:staff} asks for staff. */
    Filter languages(List<String> codes) {
        return known(
                "languages",
                f -> f.terms().field(Fields.LANGUAGES).matchingAny(codes),
                f -> f.exists().field(Fields.LANGUAGES),
                service -> service.service().languages().isEmpty());
    }

    /** Open at a moment. */
    Filter openAt(HourIndex hours, Instant at) {
        var moment = hours.at(at);
        return known(
                "open_at",
                f -> f.terms().field(Fields.HOURS).matchingAny(moment.open()),
                f -> f.terms().field(Fields.HOURS).matchingAny(moment.known()),
                service -> hours.isUnknown(service, at));
    }

    /** Reached by any of these channels. A channel that is not published cannot be used, so none is ever unknown. */
    Filter channels(List<String> codes) {
        return sure("channels", f -> f.terms().field(Fields.CHANNELS).matchingAny(codes));
    }

    /** In one of these states. */
    Filter status(List<String> codes) {
        return sure("status", f -> f.terms().field(Fields.STATUS).matchingAny(codes));
    }

    /** Verified by somebody on this day or later. */
    Filter verifiedSince(long day) {
        return sure(
                "verified_within_days", f -> f.range().field(Fields.VERIFIED).atLeast(day));
    }

    private static boolean isYes(@org.jspecify.annotations.Nullable JsonNode value) {
        return value != null && "yes".equals(value.asText());
    }

    private Filter sure(String by, Function<SearchPredicateFactory, PredicateFinalStep> meets) {
        return new Plain(by, meets, f -> f.not(meets.apply(f)), service -> false);
    }

    private Filter known(
            String by,
            Function<SearchPredicateFactory, PredicateFinalStep> meets,
            Function<SearchPredicateFactory, PredicateFinalStep> stated,
            Predicate<StoredService> unknown) {
        if (!keepUnknown) {
            return new Plain(by, meets, f -> f.not(meets.apply(f)), unknown);
        }
        return new Plain(by, meets, f -> f.bool().must(stated.apply(f)).mustNot(meets.apply(f)), unknown);
    }

    private record Plain(
            String by,
            Function<SearchPredicateFactory, PredicateFinalStep> meets,
            Function<SearchPredicateFactory, PredicateFinalStep> failing,
            Predicate<StoredService> unknown)
            implements Filter {

        @Override
        public PredicateFinalStep fails(SearchPredicateFactory f) {
            return failing.apply(f);
        }

        @Override
        public PredicateFinalStep certain(SearchPredicateFactory f) {
            return meets.apply(f);
        }

        @Override
        public boolean isUnknownFor(StoredService service) {
            return unknown.test(service);
        }
    }
}
