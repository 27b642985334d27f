package org.nowrongdoor.search.query;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.eligibility.rule.Catalogue;
import org.nowrongdoor.eligibility.rule.FactCode;
import org.nowrongdoor.eligibility.rule.FactEntry;
import org.nowrongdoor.eligibility.rule.FactKind;
import org.nowrongdoor.search.index.Channels;
import org.nowrongdoor.search.index.HourIndex;
import org.nowrongdoor.search.index.LanguageTokens;
import org.nowrongdoor.search.index.StayTokens;
import org.nowrongdoor.search.model.RequestFaults;
import org.nowrongdoor.search.model.SearchRequest;

/** Reads what a caller requires into filters, with a fault for whatever cannot be required. */
@Singleton
class FilterReader {

    private static final List<String> LED_BY = List.of("sex_worker", "survivor", "peer");
    private static final List<String> STATUS = List.of("active", "inactive", "defunct", "temporarily closed");
    private static final int LONGEST_DAYS = 3650;
    private static final Pattern DAYS = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");
    // RFC 3339 writes a year with four digits.
    private static final int LAST_YEAR = 9999;

    private final Clock clock;
    private final HourIndex hours;

    FilterReader(Clock clock, HourIndex hours) {
        this.clock = clock;
        this.hours = hours;
    }

    List<Filter> read(SearchRequest.@Nullable Requirements require, @Nullable String unknowns, RequestFaults faults) {
        faults.oneOf("/unknowns", unknowns, List.of("include", "exclude"));
        if (require == null) {
            return List.of();
        }
        var make = new FilterFactory(!"exclude".equals(unknowns));
        var filters = new ArrayList<Filter>();
        contact(require, make, filters, faults);
        traits(require, make, filters, faults);
        record(require, make, filters, faults);
        return filters;
    }

    private void contact(
            SearchRequest.Requirements require, FilterFactory make, List<Filter> filters, RequestFaults faults) {
        require.languages().stream()
                .filter(said -> !LanguageTokens.hasKnownMode(said))
                .forEach(said -> faults.add(
                        "/require/languages",
                        "languages take :staff or :interpreter where it matters who speaks it, was \""
                                + RequestFaults.shorten(said) + '"'));
        var languages = require.languages().stream()
                .flatMap(said -> LanguageTokens.asked(said).stream())
                .distinct()
                .toList();
        if (!languages.isEmpty()) {
            filters.add(make.languages(languages));
        }
        if (!require.channels().isEmpty()) {
            require.channels().forEach(c -> faults.oneOf("/require/channels", c, Channels.ALL));
            filters.add(make.channels(require.channels()));
        }
        if (require.openAt() != null) {
            filters.add(make.openAt(hours, instant(require.openAt(), faults)));
        }
        if (Boolean.TRUE.equals(require.free())) {
            filters.add(make.free());
        }
    }

    private static void traits(
            SearchRequest.Requirements require, FilterFactory make, List<Filter> filters, RequestFaults faults) {
        for (Map.Entry<String, JsonNode> fact : require.facts().entrySet()) {
            var values = fact.getValue().isArray()
                    ? StreamSupport.stream(fact.getValue().spliterator(), false)
                            .map(JsonNode::asText)
                            .toList()
                    : List.of(fact.getValue().asText());
            factValues(fact.getKey(), values, faults);
            filters.add(make.fact(
                    fact.getKey(),
                    StayTokens.isStay(fact.getKey())
                            ? values.stream().filter(FilterReader::isStay).toList()
                            : values));
        }
        if (require.lawEnforcementAtMost() != null) {
            faults.oneOf("/require/law_enforcement_at_most", require.lawEnforcementAtMost(), LawEnforcementScale.SCALE);
            filters.add(make.lawEnforcementAtMost(LawEnforcementScale.SCALE.indexOf(require.lawEnforcementAtMost())));
        }
        if (!require.ledBy().isEmpty()) {
            require.ledBy().forEach(group -> faults.oneOf("/require/led_by", group, LED_BY));
            filters.add(make.ledBy(require.ledBy()));
        }
    }

    private void record(
            SearchRequest.Requirements require, FilterFactory make, List<Filter> filters, RequestFaults faults) {
        if (!require.status().isEmpty()) {
            require.status().forEach(s -> faults.oneOf("/require/status", s, STATUS));
        }
        if (require.verifiedWithinDays() != null) {
            faults.range(
                    "/require/verified_within_days",
                    require.verifiedWithinDays().doubleValue(),
                    1,
                    LONGEST_DAYS);
            filters.add(make.verifiedSince(today() - require.verifiedWithinDays()));
        }
    }

    long today() {
        return clock.instant().atOffset(ZoneOffset.UTC).toLocalDate().toEpochDay();
    }

    private Instant instant(String text, RequestFaults faults) {
        if ("now".equals(text)) {
            return clock.instant();
        }
        try {
            var time = OffsetDateTime.parse(text);
            if (time.getYear() >= 1 && time.getYear() <= LAST_YEAR) {
                return time.toInstant();
            }
        } catch (DateTimeException e) {
            // told below, in our own words
        }
        faults.add(
                "/require/open_at",
                "open_at must be now or a time such as 2026-05-04T22:30:00-05:00, was \"" + RequestFaults.shorten(text)
                        + "\". The year must be 1 to " + LAST_YEAR + '.');
        return clock.instant();
    }

    private static void factValues(String code, List<String> values, RequestFaults faults) {
        var codes = Catalogue.facts().stream().map(FactEntry::code).toList();
        var entry =
                Catalogue.facts().stream().filter(f -> f.code().equals(code)).findFirst();
        if (entry.isEmpty()) {
            faults.unknownName("/require/facts/" + code, code, codes, "GET /facts lists them");
            return;
        }
        if (entry.get().kind() == FactKind.STAY) {
            values.forEach(value -> stay("/require/facts/" + code, value, faults));
        } else if (!entry.get().values().isEmpty()) {
            values.forEach(value -> faults.oneOf(
                    "/require/facts/" + code, value, entry.get().values().keySet()));
        }
    }

    private static void stay(String pointer, String value, RequestFaults faults) {
        if (!isStay(value)) {
            faults.add(
                    pointer,
                    "must be a number of days, 0 or more, or no_limit, was \"" + RequestFaults.shorten(value) + '"');
        }
    }

    private static boolean isStay(String value) {
        return DAYS.matcher(value).matches() || value.equals(FactCode.NO_LIMIT);
    }
}
