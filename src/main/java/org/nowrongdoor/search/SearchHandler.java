package org.nowrongdoor.search;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.record.Capacity;
import org.nowrongdoor.directory.verification.VerificationRule;
import org.nowrongdoor.region.Point;
import org.nowrongdoor.search.engine.ServiceSearcher;
import org.nowrongdoor.search.format.FacetLabels;
import org.nowrongdoor.search.format.HitPresenter;
import org.nowrongdoor.search.index.HourIndex;
import org.nowrongdoor.search.model.Audience;
import org.nowrongdoor.search.model.Hit;
import org.nowrongdoor.search.model.RequestFaults;
import org.nowrongdoor.search.model.SearchPage;
import org.nowrongdoor.search.model.SearchRequest;
import org.nowrongdoor.search.model.StoredService;
import org.nowrongdoor.search.place.SearchedPlace;
import org.nowrongdoor.search.query.Criterion;
import org.nowrongdoor.search.query.CursorSealer;
import org.nowrongdoor.search.query.FacetFields;
import org.nowrongdoor.search.query.Filter;
import org.nowrongdoor.search.query.QueryReader;
import org.nowrongdoor.search.query.ServiceQuery;
import org.nowrongdoor.search.query.TextQuery;
import org.nowrongdoor.taxonomy.recognition.StopWords;

/** Answers a search: reads the question, asks the index, judges what it found. */
@Singleton
class SearchHandler {

    // 20: more than anybody says in one breath, and a bound to what one question can make the index look up
    private static final int MOST_UNHEARD_OF = 20;

    private final QueryReader reader;
    private final CursorSealer cursors;
    private final ServiceSearcher search;
    private final NextStepBuilder nextSteps;
    private final EligibilityExplainer judges;
    private final FacetLabels labels;
    private final HourIndex hours;
    private final Clock clock;

    SearchHandler(
            QueryReader reader,
            CursorSealer cursors,
            ServiceSearcher search,
            NextStepBuilder nextSteps,
            EligibilityExplainer judges,
            FacetLabels labels,
            HourIndex hours,
            Clock clock) {
        this.reader = reader;
        this.cursors = cursors;
        this.search = search;
        this.nextSteps = nextSteps;
        this.judges = judges;
        this.labels = labels;
        this.hours = hours;
        this.clock = clock;
    }

    SearchPage answer(SearchRequest request) {
        return answerWhole(request).page();
    }

    /** What is answered, what was read, and the query by which it was found. */
    record Answered(SearchPage page, QueryReader.Reading reading, ServiceQuery found) {}

    /** The same for all needs of several, of which each is asked next. */
    Answered answerWhole(SearchRequest request) {
        var faults = new RequestFaults();
        faults.oneOf("/detail", request.detail(), SearchRequest.DETAILS);
        var reading = reader.read(request, faults);
        var facets = request.facets().stream().distinct().toList();
        var found = search.run(reading.query(), reading.shape(), facets);
        var page = page(reading, found, interpretation(reading, found), request.wantsDiscretion());
        return new Answered(page, reading, found.query());
    }

    /** The same for one need of several. What is known of all of them is not looked up again: what the words mean, which
     *  of them are in no record, and how strictly they can be found. */
    SearchPage answerPart(Answered whole, String code, boolean discreet) {
        var reading = reader.forNeed(whole.reading(), code);
        var found =
                search.runPart(reading.query(), reading.shape(), reading.query().leastLeniency(whole.found()));
        return page(reading, found, reading.interpretation(), discreet);
    }

    private SearchPage page(
            QueryReader.Reading reading,
            ServiceSearcher.Found found,
            SearchPage.Interpretation asked,
            boolean discreet) {
        var audience = Objects.requireNonNullElse(reading.interpretation().audience(), Audience.SELF);
        var locale = audience.locale(reading.lang());
        var judge = judges.of(reading.client(), locale);
        var tone = HitPresenter.of(discreet, locale.toLanguageTag());
        var elsewhere = elsewhere(found);
        var open = found.services().stream()
                .map(s -> hit(s, reading, found.query(), judge, tone, elsewhere))
                .toList();
        var hits = IntStream.range(0, open.size())
                .mapToObj(i -> tone.hit(open.get(i), found.services().get(i)))
                .toList();
        var steps = nextSteps.of(found, reading, discreet, tone);
        var total = new SearchPage.Total(found.total(), found.exact());
        var next = found.next() == null ? null : cursors.seal(found.next());
        if (discreet) {
            return SearchPage.discreet(asked, total, hits, steps, next, reading.lang());
        }
        return new SearchPage(
                asked,
                total,
                hits,
                found.notEligible().stream().map(judge::notEligible).toList(),
                found.leftOut(),
                judge.questions(open.stream().map(Hit::match).toList()),
                judge.legalContext(found.query().where(), reading.codes()),
                HelperSteps.of(audience, reading.lang()),
                steps,
                FacetFields.shown(found.facets(), labels.in(reading.lang())),
                next,
                locale.toLanguageTag());
    }

    /** The hits that do not answer for the likely place; none where no place is, or where it is sure. */
    private Set<UUID> elsewhere(ServiceSearcher.Found found) {
        var where = found.query().where();
        if (where == null || !found.query().hasLikelyPlace()) {
            return Set.of();
        }
        var here = search.answering(found.query(), where, found.services());
        return found.services().stream()
                .map(service -> service.service().id())
                .filter(id -> !here.contains(id))
                .collect(Collectors.toUnmodifiableSet());
    }

    private SearchPage.Interpretation interpretation(QueryReader.Reading reading, ServiceSearcher.Found found) {
        var asked = reading.interpretation();
        var text = found.query().text();
        var isWider = !found.query().spoken().equals(reading.query().spoken());
        var lenient = found.total() > 0 && (isWider || (text != null && text.leniency() != TextQuery.Leniency.STRICT));
        var unresolved = Stream.concat(asked.unresolved().stream(), unheardOf(reading, found))
                .toList();
        return new SearchPage.Interpretation(
                asked.needs(),
                asked.situations(),
                asked.place(),
                asked.organizations(),
                asked.languages(),
                asked.lens(),
                unresolved,
                lenient,
                asked.explanation(),
                asked.audience(),
                asked.network());
    }

    /** The words that stand in no record, where any word was enough or none was: before that all of them were found. */
    private Stream<SearchPage.Unresolved> unheardOf(QueryReader.Reading reading, ServiceSearcher.Found found) {
        var text = found.query().text();
        if (text == null || text.leniency().compareTo(TextQuery.Leniency.NEEDS) < 0) {
            return Stream.of();
        }
        return reading.rest().stream()
                .limit(MOST_UNHEARD_OF)
                .filter(word -> reading.interpretation().unresolved().stream()
                        .noneMatch(asked -> asked.text().equals(word)))
                .filter(word -> !search.holds(text.only(StopWords.without(word))))
                .map(reader::unheardOf);
    }

    private Hit hit(
            StoredService stored,
            QueryReader.Reading reading,
            ServiceQuery query,
            EligibilityExplainer.Judge judge,
            HitPresenter tone,
            Set<UUID> elsewhere) {
        var unknown = Stream.concat(
                        query.filters().stream()
                                .filter(filter -> filter.isUnknownFor(stored))
                                .map(Filter::by),
                        judge.unknownFacts(stored).stream())
                .distinct()
                .toList();
        var km = kmToSite(stored, query.where());
        var told = judge.told(stored);
        return new Hit(
                tone.disclosures(stored),
                told.conditions(),
                told.cost(),
                told.ledBy(),
                told.contactPreference(),
                told.requiredDocuments(),
                stored.service(reading.lang()),
                reading.codes().stream().filter(stored.needs()::contains).toList(),
                judge.match(stored),
                unknown,
                km.isPresent() ? Math.round(km.getAsDouble() * 10) / 10.0 : null,
                reach(stored, query.where(), km),
                elsewhere.contains(stored.service().id()),
                open(stored, query),
                freshness(stored),
                capacity(stored.capacity()),
                told.textsLang(),
                judge.written(stored));
    }

    /** A published area that covers the place is how far help by telephone goes; a public site near it is a door. */
    private static List<Hit.Reach> reach(StoredService stored, @Nullable SearchedPlace where, OptionalDouble km) {
        if (where == null) {
            return List.of();
        }
        var reach = new ArrayList<Hit.Reach>();
        if (stored.service().areas().stream().anyMatch(area -> area.id() != null && where.covers(area.id()))) {
            reach.add(Hit.Reach.AREA);
        }
        if (km.isPresent() && km.getAsDouble() <= where.radiusKm()) {
            reach.add(Hit.Reach.SITE);
        }
        return reach;
    }

    /** Speaks of the moment that the services have to be open at, else of now. */
    private Hit.Open open(StoredService stored, ServiceQuery query) {
        return query.filters().stream()
                .map(Filter::certain)
                .filter(Criterion.OpenAt.class::isInstance)
                .map(asked -> ((Criterion.OpenAt) asked).moment().at())
                .findFirst()
                .map(at -> hours.state(stored, at))
                .orElseGet(() -> hours.state(stored));
    }

    private Hit.Freshness freshness(StoredService stored) {
        var today = clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
        var days = VerificationRule.days(stored.service().kind(), stored.needs());
        return new Hit.Freshness(stored.verifiedOn(), VerificationRule.isOver(stored.verifiedOn(), days, today));
    }

    private Capacity capacity(@Nullable Capacity stated) {
        if (stated == null
                || (stated.expiresAt() != null
                        && !stated.expiresAt().toInstant().isAfter(clock.instant()))) {
            return new Capacity(Capacity.Code.UNKNOWN, null, null);
        }
        return stated;
    }

    /** To the nearest public site; there is none to a place that is not public. */
    private static OptionalDouble kmToSite(StoredService stored, @Nullable SearchedPlace where) {
        if (where == null || where.point() == null) {
            return OptionalDouble.empty();
        }
        var from = new Point(where.point().latitude(), where.point().longitude());
        return stored.service().locations().stream()
                .filter(l -> l.latitude() != null && l.longitude() != null)
                .mapToDouble(l -> from.kmTo(new Point(l.latitude(), l.longitude())))
                .min();
    }
}
