package org.nowrongdoor.search.query;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.nowrongdoor.taxonomy.Situation;

/** Who fits the words among those who meet a need in them: a free lawyer is first one for everybody, then one for a group that
 *  the words do not speak of.
 *  @param own the needs that are said, or those that go with the situations where no need is
 *  @param others what marks a service for a group that the words do not speak of */
public record FitBoosts(Set<String> own, Set<String> others) {

    static final FitBoosts NOTHING = new FitBoosts(Set.of(), Set.of());

    private static final String SURVIVOR = "sit.survivor";
    private static final String SITUATION = "sit.";
    private static final String YOUTH = "youth";
    // Who is there for one of these is there for people of the others as well.
    private static final Set<String> SEX_TRADE = Set.of("sit.survivor.ht", "sit.sextrade", "sit.exit", "sit.buyer");

    /** @param codes needs and situations that words speak of
     *  @param isYoung whether they tell an age under 18 */
    static FitBoosts of(List<Situation> situations, List<String> codes, boolean isYoung) {
        var needs = codes.stream().filter(code -> !code.startsWith(SITUATION)).collect(Collectors.toUnmodifiableSet());
        var others = new HashSet<String>();
        situations.stream()
                // Whoever helps with papers is there for people without them.
                .filter(situation -> Collections.disjoint(situation.related(), needs))
                .map(Situation::code)
                .forEach(others::add);
        codes.forEach(others::remove);
        if (codes.stream().anyMatch(SEX_TRADE::contains)) {
            others.removeAll(SEX_TRADE);
        }
        if (situations.stream()
                .map(Situation::code)
                .filter(code -> code.startsWith(SURVIVOR))
                .allMatch(others::contains)) {
            others.add(SURVIVOR);
        }
        if (!isYoung && codes.stream().noneMatch(code -> code.contains(YOUTH))) {
            others.add(YOUTH);
        }
        if (!needs.isEmpty()) {
            return new FitBoosts(needs, Set.copyOf(others));
        }
        var related = situations.stream()
                .filter(situation -> codes.contains(situation.code()))
                .flatMap(situation -> situation.related().stream())
                .collect(Collectors.toUnmodifiableSet());
        return new FitBoosts(related, Set.copyOf(others));
    }
}
