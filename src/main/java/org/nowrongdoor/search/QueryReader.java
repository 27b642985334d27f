package org.nowrongdoor.search;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.eligibility.ClientProfile;
import org.nowrongdoor.taxonomy.StopWords;
import org.nowrongdoor.taxonomy.TermFinder;
import org.nowrongdoor.taxonomy.Terms;
import org.nowrongdoor.taxonomy.Understood;

/** Reads a question: what is asked, what was understood of it, and everything that is wrong with it. */
@Singleton
class QueryReader {

    static final int DEFAULT_SIZE = 20;
    static final int MOST_HITS = 100;
    static final int MOST_NEEDS = 20;
    static final int LONGEST_Q = 500;

    private static final Set<String> HELP = Set.of("service", "hotline", "navigator");
    private static final List<String> KINDS = List.of(
            "service",
            "hotline",
            "navigator",
            "report_line",
            "buyer_programme",
            "prevention",
            "training",
            "law",
            "task_force",
            "coalition",
            "guide");

    private final WhereReader places;
    private final FilterReader filters;
    private final TermFinder finder;
    private final Terms terms;
    private final Judges judges;
    private final Lenses lenses;

    QueryReader(
            WhereReader places, FilterReader filters, TermFinder finder, Terms terms, Judges judges, Lenses lenses) {
        this.places = places;
        this.filters = filters;
        this.finder = finder;
        this.terms = terms;
        this.judges = judges;
        this.lenses = lenses;
    }

    /** A question that was read.
     *  @param codes the needs that hits may say they meet, as they were asked or understood */
    record Reading(
            ServiceQuery query,
            List<String> codes,
            SearchPage.Interpretation interpretation,
            ClientProfile client,
            String lang,
            int shape) {}

    Reading read(SearchRequest request, Faults faults) {
        check(request, faults);
        var lang = Objects.requireNonNullElse(request.lang(), "en");
        var where = places.read(request.where(), faults);
        var needs = needs(request.needs(), lang, faults);
        var words = words(request.q(), lang, where);
        var lens = lenses.read(request.lens(), faults);
        var required = required(request, lens, faults);
        var client = judges.read(request.client(), faults);
        var order = order(request, words.where().where(), faults);
        faults.throwIfAny();
        var tree = terms.tree();
        var spoken = words.codes().stream().map(tree::withDescendants).toList();
        var understood = new ArrayList<>(needs);
        understood.addAll(words.needs());
        var shape = SearchShape.of(request);
        var query = new ServiceQuery(
                new ServiceQuery.Wording(
                        words.text(),
                        List.copyOf(spoken),
                        words.codes().stream()
                                .map(code -> tree.withDescendants(tree.above(code)))
                                .toList(),
                        needs.stream().map(n -> tree.withDescendants(n.code())).toList(),
                        preferred(lens)),
                new ServiceQuery.Bounds(
                        words.where().where(),
                        required,
                        judges.filter(client),
                        kinds(request),
                        statuses(request),
                        words.text() != null),
                new ServiceQuery.Page(
                        order,
                        Objects.requireNonNullElse(request.size(), DEFAULT_SIZE),
                        request.after() == null ? null : Cursor.parse(request.after(), shape),
                        filters.today()));
        var codes = understood.stream()
                .map(SearchPage.UnderstoodNeed::code)
                .distinct()
                .toList();
        return new Reading(
                query,
                codes,
                new SearchPage.Interpretation(
                        understood, words.where().place(), lens, words.where().unresolved(), false),
                client,
                lang,
                shape);
    }

    private static void check(SearchRequest request, Faults faults) {
        faults.range("/size", request.size() == null ? null : request.size().doubleValue(), 1, MOST_HITS);
        faults.oneOf("/sort", request.sort(), List.of("relevance", "distance", "verified"));
        faults.oneOf("/lang", request.lang(), List.of("en", "es"));
        if (request.q() != null && request.q().length() > LONGEST_Q) {
            faults.add(
                    "/q",
                    "q must have at most " + LONGEST_Q + " characters, had "
                            + request.q().length());
        }
        if (request.needs().size() > MOST_NEEDS) {
            faults.add(
                    "/needs",
                    "needs must be at most " + MOST_NEEDS + ", were "
                            + request.needs().size());
        }
        request.facets().forEach(f -> faults.oneOf("/facets", f, Facets.NAMES));
        if (request.require() != null) {
            request.require().kinds().forEach(k -> faults.oneOf("/require/kinds", k, KINDS));
        }
    }

    /** A code is taken as it is; words are understood; what is neither is refused with what it may have meant. */
    private List<SearchPage.UnderstoodNeed> needs(List<String> asked, String lang, Faults faults) {
        var known = new ArrayList<SearchPage.UnderstoodNeed>();
        for (var need : asked) {
            var term = terms.tree().find(need);
            var understood = finder.understand(need, lang);
            if (term.isPresent()) {
                known.add(new SearchPage.UnderstoodNeed(
                        term.get().code(), term.get().label(lang), null));
            } else if (isCode(need)
                    || (understood.needs().isEmpty() && understood.situations().isEmpty())) {
                var near = finder.nearMisses(need);
                faults.add(
                        "/needs",
                        "needs holds \"" + Faults.shorten(need)
                                + "\", which is no code of ours and no word that we know; "
                                + (near.isEmpty() ? "" : "perhaps " + String.join(", ", near) + "; ")
                                + "GET /taxonomy_terms lists the codes");
            } else {
                understood
                        .needs()
                        .forEach(n -> known.add(new SearchPage.UnderstoodNeed(n.code(), n.label(), n.from())));
                understood.situations().stream()
                        .flatMap(s -> s.related().stream())
                        .forEach(code -> known.add(
                                new SearchPage.UnderstoodNeed(code, terms.tree().label(code, lang), null)));
            }
        }
        return known.stream().distinct().toList();
    }

    /** Something with a dot and no space is meant as a code: it is not guessed at. */
    private static boolean isCode(String need) {
        return need.matches("[a-z_]+(\\.[a-z_]+)+");
    }

    /** What the words of a query came to.
     *  @param codes needs and situations that they speak of */
    private record Words(
            @Nullable TextQuery text,
            List<SearchPage.UnderstoodNeed> needs,
            List<String> codes,
            WhereReader.Reading where) {}

    private Words words(@Nullable String q, String lang, WhereReader.Reading where) {
        if (q == null || q.isBlank()) {
            return new Words(null, List.of(), List.of(), where);
        }
        var split = where.where() == null && where.unresolved().isEmpty()
                ? PlaceInWords.split(q, places)
                : new PlaceInWords.Split(q, where);
        var understood = finder.understand(split.words(), lang);
        var needs = understood.needs().stream()
                .map(n -> new SearchPage.UnderstoodNeed(n.code(), n.label(), n.from()))
                .toList();
        var codes = Stream.concat(
                        understood.needs().stream().map(Understood.Need::code),
                        understood.situations().stream().map(Understood.Lived::code))
                .toList();
        return new Words(text(split.words(), understood), needs, codes, split.where());
    }

    private static @Nullable TextQuery text(String words, Understood understood) {
        var content = StopWords.without(words);
        if (content.isEmpty()) {
            return null;
        }
        var names = Stream.concat(
                        Stream.of(words), understood.aliases().stream().flatMap(alias -> alias.names().stream()))
                .map(NameKey::of)
                .distinct()
                .toList();
        var rest = StopWords.without(String.join(" ", understood.rest()));
        return new TextQuery(content, rest, names, TextQuery.Leniency.STRICT);
    }

    /** What the caller requires, then what the lens requires beside it; a lens never leaves out the silent. */
    private List<Filter> required(SearchRequest request, @Nullable Lens lens, Faults faults) {
        var own = filters.read(request.require(), request.unknowns(), faults);
        if (lens == null) {
            return own;
        }
        var named = own.stream().map(Filter::by).collect(Collectors.toSet());
        return Stream.concat(
                        own.stream(),
                        filters.read(lens.asRequirements(), null, faults).stream()
                                .filter(filter -> !named.contains(filter.by())))
                .toList();
    }

    private Preferred preferred(@Nullable Lens lens) {
        var tree = terms.tree();
        return lens == null
                ? Preferred.NOTHING
                : Preferred.of(
                        lens,
                        codes -> codes.stream()
                                .flatMap(code -> tree.withDescendants(code).stream())
                                .collect(Collectors.toUnmodifiableSet()));
    }

    /** A closed record is found by its own name alone, unless closed ones are asked for. */
    private static Set<String> statuses(SearchRequest request) {
        return request.require() == null || request.require().status().isEmpty()
                ? Set.of("active")
                : Set.copyOf(request.require().status());
    }

    private static Set<String> kinds(SearchRequest request) {
        return request.require() == null || request.require().kinds().isEmpty()
                ? HELP
                : request.require().kinds().stream().collect(Collectors.toUnmodifiableSet());
    }

    private static ServiceQuery.Order order(SearchRequest request, @Nullable Where where, Faults faults) {
        if ("distance".equals(request.sort()) && (where == null || where.point() == null)) {
            faults.add("/sort", "sort distance needs a place, a postal_code, or lat and lon to measure from");
        }
        return switch (Objects.requireNonNullElse(request.sort(), "relevance")) {
            case "distance" -> ServiceQuery.Order.DISTANCE;
            case "verified" -> ServiceQuery.Order.VERIFIED;
            default -> ServiceQuery.Order.RELEVANCE;
        };
    }
}
