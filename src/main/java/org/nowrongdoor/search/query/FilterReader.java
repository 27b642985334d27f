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
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.eligibility.rule.Catalogue;
import org.nowrongdoor.eligibility.rule.FactEntry;
import org.nowrongdoor.problem.NearestName;
import org.nowrongdoor.search.index.Channels;
import org.nowrongdoor.search.index.HourIndex;
import org.nowrongdoor.search.index.LanguageTokens;
import org.nowrongdoor.search.model.RequestFaults;
import org.nowrongdoor.search.model.SearchRequest;
import org.nowrongdoor.taxonomy.language.Languages;

/** Reads what a caller requires into filters, with a fault for whatever cannot be required. */
@Singleton
class FilterReader {

    private static final List<String> LED_BY = List.of("sex_worker", "survivor", "peer");
    private static final List<String> STATUS = List.of("active", "inactive", "defunct", "temporarily closed");
    private static final int MOST_VALUES = 20;
    private static final int LONGEST_DAYS = 3650;

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
        if (!require.languages().isEmpty()) {
            most("/require/languages", require.languages(), faults);
            filters.add(make.languages(require.languages().stream()
                    .limit(MOST_VALUES)
                    .flatMap(said -> language(said, faults))
                    .distinct()
                    .toList()));
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
        most("/require/facts", List.copyOf(require.facts().keySet()), faults);
        for (Map.Entry<String, JsonNode> fact : require.facts().entrySet()) {
            var values = fact.getValue().isArray()
                    ? StreamSupport.stream(fact.getValue().spliterator(), false)
                            .map(JsonNode::asText)
                            .toList()
                    : List.of(fact.getValue().asText());
            factValues(fact.getKey(), values, faults);
            filters.add(make.fact(fact.getKey(), values));
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
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            faults.add(
                    "/require/open_at",
                    "open_at must be now or a time with its offset such as 2026-05-04T22:30:00-05:00, was \""
                            + RequestFaults.shorten(text) + '"');
            return clock.instant();
        }
    }

    private static Stream<String> language(String said, RequestFaults faults) {
        var read = LanguageTokens.asked(said);
        if (read.isEmpty()) {
            faults.add(
                    "/require/languages",
                    "languages must be codes such as es, hmn or ase, or names of languages, with :staff or :interpreter"
                            + " where it matters who speaks it, was \"" + RequestFaults.shorten(said) + '"'
                            + NearestName.hint(said, Languages.commonNames()));
        }
        return read.stream();
    }

    private static void most(String pointer, List<String> values, RequestFaults faults) {
        if (values.size() > MOST_VALUES) {
            faults.add(pointer, "at most " + MOST_VALUES + " values, were " + values.size());
        }
    }

    private static void factValues(String code, List<String> values, RequestFaults faults) {
        var codes = Catalogue.facts().stream().map(FactEntry::code).toList();
        var entry =
                Catalogue.facts().stream().filter(f -> f.code().equals(code)).findFirst();
        if (entry.isEmpty()) {
            faults.unknownName("/require/facts/" + code, code, codes, "GET /facts lists them");
            return;
        }
        if (!entry.get().values().isEmpty()) {
            values.forEach(value -> faults.oneOf(
                    "/require/facts/" + code, value, entry.get().values().keySet()));
        }
    }
}
