package org.nowrongdoor.search.withheld;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.nowrongdoor.search.index.IndexFields;
import org.nowrongdoor.storage.WithheldRow;

/** Documents that tell more than their services do by now: of withheld services, and not made since.
 *  @param services ids of the services
 *  @param tokens what documents made since carry */
public record OutdatedDocuments(Set<String> services, Set<String> tokens) {

    public static final OutdatedDocuments NONE = new OutdatedDocuments(Set.of(), Set.of());

    // 50,000: OpenSearch takes 65,536 terms in one list.
    private static final int MOST_TERMS = 50_000;

    static OutdatedDocuments of(Collection<WithheldRow> withheld) {
        return withheld.isEmpty()
                ? NONE
                : new OutdatedDocuments(
                        withheld.stream().map(one -> one.id().toString()).collect(Collectors.toUnmodifiableSet()),
                        withheld.stream().map(one -> one.token().toString()).collect(Collectors.toUnmodifiableSet()));
    }

    public boolean isEmpty() {
        return services.isEmpty();
    }

    /** Whether a service is withheld; its document may have been renewed. */
    public boolean mayBe(String service) {
        return services.contains(service);
    }

    /** These documents. */
    public PredicateFinalStep in(SearchPredicateFactory f) {
        var of = f.or();
        slices(services).forEach(ids -> of.add(f.id().matchingAny(ids)));
        var outdated = f.bool().filter(of);
        slices(tokens)
                .forEach(some ->
                        outdated.mustNot(f.terms().field(IndexFields.WITHHELD).matchingAny(some)));
        return outdated;
    }

    /** What a predicate finds, without these. */
    public PredicateFinalStep leftOutOf(SearchPredicateFactory f, PredicateFinalStep found) {
        return isEmpty() ? found : f.bool().must(found).mustNot(in(f));
    }

    private static List<List<String>> slices(Set<String> all) {
        var list = List.copyOf(all);
        var slices = new ArrayList<List<String>>();
        for (var from = 0; from < list.size(); from += MOST_TERMS) {
            slices.add(list.subList(from, Math.min(list.size(), from + MOST_TERMS)));
        }
        return slices;
    }
}
