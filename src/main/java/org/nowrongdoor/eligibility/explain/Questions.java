package org.nowrongdoor.eligibility.explain;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import org.nowrongdoor.eligibility.evaluate.ClientProfile;
import org.nowrongdoor.eligibility.evaluate.ServiceTerms;
import org.nowrongdoor.eligibility.rule.ClientAttribute;
import org.nowrongdoor.eligibility.rule.RegionContainment;

/** The questions worth asking a client about several services at once. As few as possible, most decisive first. */
public final class Questions {

    private final MatchBuilder explanation;

    public Questions(RegionContainment regions) {
        explanation = new MatchBuilder(regions);
    }

    /** Builds the match of each service and finds the questions of {@link #over}. */
    public List<OpenQuestion> ask(Collection<ServiceTerms> services, ClientProfile client, Locale locale) {
        return over(
                services.stream()
                        .map(terms -> explanation.match(terms, client, locale))
                        .toList(),
                locale);
    }

    /** The questions that could each settle at least one undecided service alone, most decisive first.
     *  @param matches the result of {@link MatchBuilder} for each service on the page */
    public static List<OpenQuestion> over(Collection<Match> matches, Locale locale) {
        var counts = new EnumMap<ClientAttribute, Integer>(ClientAttribute.class);
        for (var match : matches) {
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
