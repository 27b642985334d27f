package org.nowrongdoor.search.engine;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.nowrongdoor.http.record.Suggestion;
import org.nowrongdoor.search.index.IndexFields;
import org.nowrongdoor.search.index.NameKey;
import org.nowrongdoor.search.model.HitService;
import org.nowrongdoor.taxonomy.recognition.StopWords;
import org.nowrongdoor.text.AcronymNormalizer;

/** Services and organisations by the beginning of their names. */
@Singleton
public class NameSuggester {

    private static final int SHORTEST = 2;

    private final ServiceSearcher search;

    NameSuggester(ServiceSearcher search) {
        this.search = search;
    }

    public List<Suggestion> suggest(String typed, int limit) {
        var words = StopWords.without(AcronymNormalizer.joined(typed));
        if (words.isEmpty() || typed.strip().length() < SHORTEST) {
            return List.of();
        }
        var key = NameKey.of(typed);
        // organisations first: one line that stands for all that it does
        return search.top(f -> starting(f, key), limit).stream()
                .flatMap(found -> suggestions(found.service(), key))
                .distinct()
                .sorted(Comparator.comparing(Suggestion::type))
                .limit(limit)
                .toList();
    }

    private static PredicateFinalStep starting(SearchPredicateFactory f, String typed) {
        return f.bool()
                .filter(f.terms().field(IndexFields.KIND).matchingAny("service", "hotline", "navigator"))
                .filter(f.match().field(IndexFields.STATUS).matching("active"))
                .must(f.wildcard()
                        .field(IndexFields.OWN_NAMES)
                        .matching(typed.replaceAll("[*?\\\\]", "") + "*")
                        .constantScore());
    }

    private static Stream<Suggestion> suggestions(HitService service, String typed) {
        var owner = service.organization();
        var names = new ArrayList<Suggestion>();
        if (owner != null && NameKey.of(owner.name()).startsWith(typed)) {
            names.add(new Suggestion("organization", owner.id().toString(), owner.name()));
        }
        if (names.isEmpty() || NameKey.of(service.name()).startsWith(typed)) {
            names.add(new Suggestion("service", service.id().toString(), service.name()));
        }
        return names.stream();
    }
}
