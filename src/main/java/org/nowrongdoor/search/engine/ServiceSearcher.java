package org.nowrongdoor.search.engine;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.mapper.pojo.standalone.mapping.CloseableSearchMapping;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.problem.Deadline;
import org.nowrongdoor.search.index.IndexFields;
import org.nowrongdoor.search.index.ServiceDocument;
import org.nowrongdoor.search.index.StoredServiceCache;
import org.nowrongdoor.search.model.Cursor;
import org.nowrongdoor.search.model.SearchPage;
import org.nowrongdoor.search.model.StoredService;
import org.nowrongdoor.search.place.SearchedPlace;
import org.nowrongdoor.search.query.FacetFields;
import org.nowrongdoor.search.query.ServiceQuery;
import org.nowrongdoor.search.query.TextQuery;
import org.nowrongdoor.search.withheld.OutdatedDocumentFinder;

/** Asks the index. */
@Singleton
public class ServiceSearcher {

    public static final int MOST_NOT_ELIGIBLE = 20;

    private final CloseableSearchMapping mapping;
    private final StoredServiceCache services;
    private final HitFinder finder;
    private final OutdatedDocumentFinder outdated;

    public ServiceSearcher(
            CloseableSearchMapping mapping,
            StoredServiceCache services,
            HitFinder finder,
            OutdatedDocumentFinder outdated) {
        this.mapping = mapping;
        this.services = services;
        this.finder = finder;
        this.outdated = outdated;
    }

    /** A page of what was found and what filters removed.
     *  @param query the query that found it: strict as it was asked, or as lenient as it had to become
     *  @param facets by name how many services have each value
     *  @param notEligible those that only the person's own answers removed, the best first, at most 20 */
    public record Found(
            ServiceQuery query,
            List<StoredService> services,
            List<StoredService> notEligible,
            long total,
            boolean exact,
            List<SearchPage.LeftOut> leftOut,
            Map<String, Map<String, Long>> facets,
            @Nullable Cursor next) {}

    /** One page of hits; where nothing is found, of a more lenient query. Where the place is only likely, that is so too
     *  where none is found who answers there, as long as a more lenient query finds one.
     *  @param shape as {@link Cursor#shape}
     *  @param facets names from {@link FacetFields#NAMES} */
    public Found run(ServiceQuery asked, int shape, List<String> facets) {
        outdated.current();
        Found nothing = null;
        Found elsewhere = null;
        for (var query : tries(asked, TextQuery.Leniency.STRICT)) {
            var isHere = query.wording().named().isAny() || isFoundHere(query);
            if (elsewhere != null && !isHere) {
                continue;
            }
            var found = page(query, shape, facets);
            if (isNothing(found)) {
                nothing = found;
            } else if (isHere) {
                return found;
            } else {
                elsewhere = found;
            }
        }
        return Objects.requireNonNull(elsewhere == null ? nothing : elsewhere);
    }

    /** The same for a part of a question, which is as lenient as the whole had to become; without facets.
     *  @param least how lenient that was */
    public Found runPart(ServiceQuery part, int shape, TextQuery.Leniency least) {
        var tries = tries(part, least);
        var found = page(tries.get(0), shape, List.of());
        for (int i = 1; i < tries.size() && isNothing(found); i++) {
            found = page(tries.get(i), shape, List.of());
        }
        return found;
    }

    private static boolean isNothing(Found found) {
        return found.total() == 0 && found.leftOut().isEmpty();
    }

    /** Whether a query finds anyone who answers for its place, as it has to where the place is sure. */
    private boolean isFoundHere(ServiceQuery query) {
        if (!query.hasLikelyPlace()) {
            return true;
        }
        Deadline.check();
        var here = query.inSurePlace();
        var old = outdated.known();
        try (var session = mapping.createSession()) {
            return !session.search(ServiceDocument.class)
                    .select(f -> f.id(String.class))
                    .where(f -> {
                        var predicates = new QueryPredicates(f, here);
                        return f.bool().filter(predicates.matching(predicates.sought(old), here.removing()));
                    })
                    .sort(f -> f.indexOrder())
                    .totalHitCountThreshold(1)
                    .failAfter(Deadline.leftMillis(), TimeUnit.MILLISECONDS)
                    .fetchHits(1)
                    .isEmpty();
        }
    }

    /** What to ask one after the other until something is found: with the names in it, as words, what the needs are
     *  kinds of, then with typing errors allowed, then without the words that are left of a need, then with any of the
     *  words. A whole story is asked for the needs in it at once. */
    private static List<ServiceQuery> tries(ServiceQuery asked, TextQuery.Leniency least) {
        var text = asked.text();
        var plain = asked.withoutNames();
        var tries = new ArrayList<ServiceQuery>();
        if (asked.wording().named().isAny()) {
            tries.add(asked);
        }
        if (text == null) {
            tries.add(plain);
            return tries;
        }
        var hasNeed = !plain.spoken().isEmpty();
        var isStory = hasNeed && text.isStory(!plain.tellsWhatHappened());
        var first = isStory ? plain.with(text.with(TextQuery.Leniency.NEEDS)) : plain;
        tries.add(first);
        if (!plain.spoken().equals(plain.wording().wider())) {
            tries.add(first.widened());
        }
        if (!isStory) {
            tries.add(plain.with(text.with(TextQuery.Leniency.TYPOS)));
        }
        if (hasNeed && !isStory) {
            tries.add(plain.with(text.with(TextQuery.Leniency.NEEDS)));
        }
        tries.add(plain.with(text.with(TextQuery.Leniency.ANY_WORD)));
        tries.removeIf(query -> Objects.requireNonNull(query.text()).leniency().compareTo(least) < 0);
        return tries;
    }

    private Found page(ServiceQuery query, int shape, List<String> facets) {
        Deadline.check();
        var asOf = services.generation();
        var hits = finder.find(query, shape, facets);
        try (var session = mapping.createSession()) {
            return new Found(
                    query,
                    load(session, hits.ids(), asOf),
                    load(session, hits.notEligible(), asOf),
                    hits.total(),
                    hits.exact(),
                    hits.leftOut(),
                    hits.facets(),
                    hits.next());
        }
    }

    /** The services with these ids in their order, without those that went meanwhile.
     *  @param asOf the generation before their ids were asked for */
    private List<StoredService> load(SearchSession session, List<String> ids, long asOf) {
        var old = outdated.known();
        Map<String, StoredService> found = new HashMap<>();
        var missing = new ArrayList<String>();
        for (var id : ids) {
            // What is kept of a withheld service may be older than the document that was found.
            var known = old.mayBe(id) ? null : services.find(id);
            if (known == null) {
                missing.add(id);
            } else {
                found.put(id, known);
            }
        }
        if (!missing.isEmpty()) {
            session.search(ServiceDocument.class)
                    .select(f -> f.composite()
                            .from(f.id(String.class), f.field(IndexFields.STORED, String.class))
                            .as((id, stored) -> services.read(id, stored, asOf)))
                    .where(f -> old.leftOutOf(f, f.id().matchingAny(missing)))
                    .totalHitCountThreshold(1)
                    .fetchHits(missing.size())
                    .forEach(service -> found.put(service.service().id().toString(), service));
        }
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /** Those of some services that a search in a place would find. */
    public Set<UUID> answering(ServiceQuery query, SearchedPlace where, List<StoredService> some) {
        if (some.isEmpty()) {
            return Set.of();
        }
        var ids =
                some.stream().map(service -> service.service().id().toString()).toList();
        try (var session = mapping.createSession()) {
            return session
                    .search(ServiceDocument.class)
                    .select(f -> f.id(String.class))
                    .where(f -> f.bool()
                            .filter(f.id().matchingAny(ids))
                            .filter(new QueryPredicates(f, query).inPlace(where)))
                    .totalHitCountThreshold(1)
                    .failAfter(Deadline.leftMillis(), TimeUnit.MILLISECONDS)
                    .fetchHits(ids.size())
                    .stream()
                    .map(UUID::fromString)
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    /** Whether any record holds the words, wherever and of whatever kind it is. */
    public boolean holds(TextQuery words) {
        Deadline.check();
        var old = outdated.known();
        try (var session = mapping.createSession()) {
            return !session.search(ServiceDocument.class)
                    .select(f -> f.id(String.class))
                    .where(f -> old.leftOutOf(f, words.found(f)))
                    .sort(f -> f.indexOrder())
                    .totalHitCountThreshold(1)
                    .failAfter(Deadline.leftMillis(), TimeUnit.MILLISECONDS)
                    .fetchHits(1)
                    .isEmpty();
        }
    }

    /** Whether the name of any service or organisation has both words. */
    boolean holdsName(String word, String other) {
        Deadline.check();
        var old = outdated.known();
        try (var session = mapping.createSession()) {
            return !session.search(ServiceDocument.class)
                    .select(f -> f.id(String.class))
                    .where(f -> old.leftOutOf(
                            f,
                            f.bool()
                                    .filter(f.match()
                                            .field(IndexFields.NAMES_EN)
                                            .matching(other))
                                    .filter(f.match()
                                            .field(IndexFields.NAMES_EN)
                                            .matching(word))))
                    .sort(f -> f.indexOrder())
                    .totalHitCountThreshold(1)
                    .failAfter(Deadline.leftMillis(), TimeUnit.MILLISECONDS)
                    .fetchHits(1)
                    .isEmpty();
        }
    }

    /** At most so many services that match, best first.
     *  @param predicate made of the factory, scored or not */
    public List<StoredService> top(Function<SearchPredicateFactory, PredicateFinalStep> predicate, int size) {
        var old = outdated.current();
        var asOf = services.generation();
        try (var session = mapping.createSession()) {
            var ids = session.search(ServiceDocument.class)
                    .select(f -> f.id(String.class))
                    .where(f -> old.leftOutOf(f, predicate.apply(f)))
                    .sort(f -> f.score().then().field(IndexFields.ORDER))
                    .totalHitCountThreshold(1)
                    .failAfter(Deadline.leftMillis(), TimeUnit.MILLISECONDS)
                    .fetchHits(size);
            return load(session, ids, asOf);
        }
    }

    /** The services with these ids in their order, without those that went meanwhile.
     *  @param asOf the generation before their ids were asked for */
    public List<StoredService> load(List<String> ids, long asOf) {
        try (var session = mapping.createSession()) {
            return load(session, ids, asOf);
        }
    }
}
