package org.nowrongdoor.search.query;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.eligibility.evaluate.ClientProfile;
import org.nowrongdoor.search.index.ClauseRegistry;
import org.nowrongdoor.search.model.Audience;
import org.nowrongdoor.search.model.Lens;
import org.nowrongdoor.search.model.RequestFaults;
import org.nowrongdoor.search.model.SearchLimits;
import org.nowrongdoor.search.model.SearchPage;
import org.nowrongdoor.search.model.SearchRequest;
import org.nowrongdoor.search.place.SearchedPlace;
import org.nowrongdoor.search.place.WhereReader;
import org.nowrongdoor.search.understanding.LineReading;
import org.nowrongdoor.taxonomy.Terms;
import org.nowrongdoor.text.FoldedText;

/** Reads a question: what is asked, what was understood of it, and everything that is wrong with it. */
@Singleton
public class QueryReader {

    static final int DEFAULT_SIZE = 20;
    static final int MOST_HITS = 100;

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
    private final WordsReader needed;
    private final Terms terms;
    private final ClientProfileReader clients;
    private final ClauseRegistry clauses;
    private final LensRegistry lenses;
    private final CursorSealer cursors;
    private final NetworkReader networks;

    QueryReader(
            WhereReader places,
            FilterReader filters,
            WordsReader needed,
            Terms terms,
            ClientProfileReader clients,
            ClauseRegistry clauses,
            LensRegistry lenses,
            CursorSealer cursors,
            NetworkReader networks) {
        this.places = places;
        this.filters = filters;
        this.needed = needed;
        this.terms = terms;
        this.clients = clients;
        this.clauses = clauses;
        this.lenses = lenses;
        this.cursors = cursors;
        this.networks = networks;
    }

    /** A question that was read.
     *  @param codes the needs that hits may say they meet, as they were asked or understood
     *  @param spoken those of the needs that were read from words
     *  @param rest words as typed that no need was read from, but those that never come back */
    public record Reading(
            ServiceQuery query,
            List<String> codes,
            List<String> spoken,
            SearchPage.Interpretation interpretation,
            List<String> rest,
            ClientProfile client,
            String lang,
            int shape) {}

    public Reading read(SearchRequest request, RequestFaults faults) {
        SearchLimits.check(request);
        check(request, faults);
        var lang = Objects.requireNonNullElse(request.lang(), "en");
        var where = places.read(request.where(), faults);
        var needs = needed.needs(request.needs(), request.wantsDiscretion(), lang, faults);
        var audience = Audience.of(request.audience());
        var words = needed.words(request.q(), lang, where, audience);
        var lens = lenses.read(request.lens(), faults);
        var network = networks.read(request.network(), lang, faults);
        var required =
                both(required(request, lens, faults), network == null ? List.<Filter>of() : List.of(network.filter()));
        var client = clients.read(UnreadLanguages.without(request.client()), faults);
        var order = order(request, words.where().where(), faults);
        faults.throwIfAny();
        var tree = terms.tree();
        var spoken = words.codes().stream().map(tree::withDescendants).toList();
        var languages = LanguageWords.read(words.rest(), lang);
        var understood = both(needs.needs(), words.read().needs());
        var isForResources =
                audience != Audience.SELF && codes(understood).stream().anyMatch(QueryReader::isResource);
        var shape = CursorFingerprint.of(request);
        var young = AgeWords.needs(request.q());
        var query = new ServiceQuery(
                new ServiceQuery.Wording(
                        words.text(),
                        List.copyOf(spoken),
                        words.codes().stream()
                                .map(code -> tree.withDescendants(isResource(code) ? code : tree.above(code)))
                                .toList(),
                        needs.needs().stream()
                                .map(n -> tree.withDescendants(n.code()))
                                .toList(),
                        preferred(lens)
                                .speaking(LanguageWords.tokens(languages))
                                .needing(young),
                        named(words),
                        words.text() == null ? FitBoosts.NOTHING : needed.fit(words.codes(), !young.isEmpty())),
                new ServiceQuery.Bounds(
                        words.where().where(),
                        // A course on the web may name no area at all.
                        words.where().isSure() && !isForResources,
                        required,
                        EligibilityFilter.of(client, clauses),
                        kinds(request, isForResources),
                        statuses(request),
                        words.text() != null),
                new ServiceQuery.Page(
                        order,
                        Objects.requireNonNullElse(request.size(), DEFAULT_SIZE),
                        request.after() == null ? null : cursors.open(request.after(), shape),
                        filters.today()));
        return new Reading(
                query,
                codes(understood),
                codes(words.read().needs()),
                new SearchPage.Interpretation(
                        understood,
                        both(needs.situations(), words.read().situations()),
                        words.where().place(),
                        organizations(words),
                        languages,
                        lens,
                        both(
                                both(UnreadLanguages.of(request), needed.places(words.where())),
                                both(needs.unresolved(), words.read().unresolved())),
                        false,
                        request.wantsExplanation() ? needed.explained(request.q()) : List.of(),
                        audience,
                        network == null ? null : network.understood()),
                words.rest().stream()
                        .filter(word -> !LanguageWords.contains(FoldedText.of(word)))
                        .toList(),
                client,
                lang,
                shape);
    }

    /** The first page of the same question, asked for one of its needs. */
    public Reading forNeed(Reading whole, String code) {
        var query = whole.query().forNeeds(List.of(terms.tree().withDescendants(code)));
        return new Reading(
                query,
                Stream.concat(Stream.of(code), whole.spoken().stream())
                        .distinct()
                        .toList(),
                whole.spoken(),
                whole.interpretation(),
                whole.rest(),
                whole.client(),
                whole.lang(),
                whole.shape());
    }

    private static boolean isResource(String code) {
        return code.startsWith("res.");
    }

    private static List<String> codes(List<SearchPage.UnderstoodNeed> needs) {
        return needs.stream().map(SearchPage.UnderstoodNeed::code).distinct().toList();
    }

    private static <T> List<T> both(List<T> some, List<T> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private static List<SearchPage.UnderstoodOrganization> organizations(WordsReader.Words words) {
        return words.organizations().stream()
                .map(read -> new SearchPage.UnderstoodOrganization(
                        read.organization().id(), read.organization().name(), read.from()))
                .toList();
    }

    /** A name with nothing but a place or a need narrows to that organisation; alone it is searched as a name is. */
    private static NamedServices named(WordsReader.Words words) {
        return !words.isNameMeant()
                        || (words.where().where() == null && words.codes().isEmpty())
                ? NamedServices.NONE
                : NamedServices.of(words.organizations().stream()
                        .map(LineReading.ReadOrganization::organization)
                        .toList());
    }

    /** What is said of a word that stands in no record. */
    public SearchPage.Unresolved unheardOf(String word) {
        return needed.isEverydayWord(word)
                ? new SearchPage.Unresolved(word, SearchPage.Unresolved.WORDS, List.of())
                : places.unheardOf(word);
    }

    private static void check(SearchRequest request, RequestFaults faults) {
        faults.range("/size", request.size() == null ? null : request.size().doubleValue(), 1, MOST_HITS);
        faults.oneOf("/sort", request.sort(), List.of("relevance", "distance", "verified"));
        faults.oneOf("/lang", request.lang(), List.of("en", "es"));
        faults.oneOf("/audience", request.audience(), Audience.WORDS);
        request.facets().forEach(f -> faults.oneOf("/facets", f, FacetFields.NAMES));
        if (request.require() != null) {
            request.require().kinds().forEach(k -> faults.oneOf("/require/kinds", k, KINDS));
        }
    }

    /** What the caller requires, then what the lens requires in addition; a lens never leaves out the silent. */
    private List<Filter> required(SearchRequest request, @Nullable Lens lens, RequestFaults faults) {
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

    private LensBoosts preferred(@Nullable Lens lens) {
        var tree = terms.tree();
        return lens == null
                ? LensBoosts.NOTHING
                : LensBoosts.of(
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

    private static Set<String> kinds(SearchRequest request, boolean isForResources) {
        return request.require() == null || request.require().kinds().isEmpty()
                ? isForResources ? ResourceFinder.KINDS : HELP
                : request.require().kinds().stream().collect(Collectors.toUnmodifiableSet());
    }

    private static ServiceQuery.Order order(
            SearchRequest request, @Nullable SearchedPlace where, RequestFaults faults) {
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
