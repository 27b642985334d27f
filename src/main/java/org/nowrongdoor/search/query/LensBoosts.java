package org.nowrongdoor.search.query;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nowrongdoor.search.model.Lens;

/** What a lens, or a language in the line, counts in favour of a service.
 *  @param facts for each fact that counts, its values as they stand in the index
 *  @param needs codes of needs, with those below them
 *  @param kinds kinds of records
 *  @param languages languages that the line names, as they stand in the index */
public record LensBoosts(List<List<String>> facts, Set<String> needs, Set<String> kinds, Set<String> languages) {

    static final LensBoosts NOTHING = new LensBoosts(List.of(), Set.of(), Set.of(), Set.of());

    /** @param withDescendants a set of codes, each followed by all below it */
    static LensBoosts of(Lens lens, UnaryOperator<Set<String>> withDescendants) {
        var wanted = lens.prefers();
        return new LensBoosts(
                wanted.facts().entrySet().stream().map(LensBoosts::tokens).toList(),
                withDescendants.apply(Set.copyOf(wanted.needs())),
                Set.copyOf(wanted.kinds()),
                Set.of());
    }

    LensBoosts speaking(Set<String> others) {
        return new LensBoosts(facts, needs, kinds, others);
    }

    /** The same, with what is met for a young person as well. */
    LensBoosts needing(Set<String> others) {
        return others.isEmpty()
                ? this
                : new LensBoosts(
                        facts,
                        Stream.concat(needs.stream(), others.stream()).collect(Collectors.toUnmodifiableSet()),
                        kinds,
                        languages);
    }

    private static List<String> tokens(Map.Entry<String, List<String>> fact) {
        return fact.getValue().stream()
                .map(value -> fact.getKey() + '=' + value)
                .collect(Collectors.toList());
    }
}
