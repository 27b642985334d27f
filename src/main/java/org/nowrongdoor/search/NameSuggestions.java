package org.nowrongdoor.search;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.nowrongdoor.http.FoldedText;
import org.nowrongdoor.http.Suggestion;
import org.nowrongdoor.taxonomy.StopWords;

/** Services and organisations by the beginning of their names. */
@Singleton
class NameSuggestions {

    private static final int SHORTEST = 2;

    private final ServiceSearch search;

    NameSuggestions(ServiceSearch search) {
        this.search = search;
    }

    List<Suggestion> suggest(String typed, int limit) {
        var words = StopWords.without(typed);
        if (words.isEmpty() || typed.strip().length() < SHORTEST) {
            return List.of();
        }
        return search.top(f -> starting(f, FoldedText.of(typed)), limit).stream()
                .flatMap(found -> suggestions(found.service(), FoldedText.of(typed)))
                .distinct()
                .limit(limit)
                .toList();
    }

    private static org.hibernate.search.engine.search.predicate.SearchPredicate starting(
            SearchPredicateFactory f, String typed) {
        return f.bool()
                .filter(f.terms().field(Fields.KIND).matchingAny("service", "hotline", "navigator"))
                .filter(f.match().field(Fields.STATUS).matching("active"))
                .must(f.wildcard()
                        .field(Fields.OWN_NAMES)
                        .matching(typed.replaceAll("[*?\\\\]", "") + "*")
                        .constantScore())
                .toPredicate();
    }

    private static Stream<Suggestion> suggestions(HitService service, String typed) {
        var owner = service.organization();
        if (owner != null
                && NameKey.of(owner.name()).startsWith(typed)
                && !NameKey.of(service.name()).startsWith(typed)) {
            return Stream.of(new Suggestion("organization", owner.id().toString(), owner.name()));
        }
        return Stream.of(new Suggestion("service", service.id().toString(), service.name()));
    }
}
