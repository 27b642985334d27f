package org.nowrongdoor.eligibility.explain;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.nowrongdoor.eligibility.evaluate.ClientProfile;
import org.nowrongdoor.eligibility.evaluate.ServiceTerms;
import org.nowrongdoor.eligibility.rule.ClientAttribute;
import org.nowrongdoor.eligibility.rule.RegionContainment;

/** What is worth asking a client over several services at once: as little as possible, the most telling first. */
public final class Questions {

    private final MatchBuilder explanation;

    public Questions(RegionContainment regions) {
        explanation = new MatchBuilder(regions);
    }

    /** What {@link #over} finds, for services that are not explained yet. */
    public List<OpenQuestion> ask(Collection<ServiceTerms> services, ClientProfile client, Locale locale) {
        return over(
                services.stream()
                        .map(terms -> explanation.match(terms, client, locale))
                        .toList(),
                locale);
    }

    /**
     * The attributes that could settle at least one undecided service alone, the one that could settle most first.
     *
     * @param matches what {@link MatchBuilder} said of each service on the page
     */
    public static List<OpenQuestion> over(Collection<Match> matches, Locale locale) {
        Map<ClientAttribute, Integer> counts = new EnumMap<>(ClientAttribute.class);
        for (Match match : matches) {
            match.settling().forEach(attribute -> counts.merge(attribute, 1, Integer::sum));
        }
        return counts.entrySet().stream()
                .map(entry -> new OpenQuestion(
                        entry.getKey().code(),
                        entry.getKey().entry().questions().client().in(locale),
                        entry.getValue()))
                .sorted(Comparator.comparingInt(OpenQuestion::wouldDecide).reversed())
                .toList();
    }
}
