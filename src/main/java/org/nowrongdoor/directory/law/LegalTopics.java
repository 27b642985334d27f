package org.nowrongdoor.directory.law;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.eligibility.evaluate.Answer;
import org.nowrongdoor.eligibility.evaluate.ClientProfile;
import org.nowrongdoor.eligibility.rule.ClientAttribute;

/** What notes on laws are about, and what touches each topic. */
public final class LegalTopics {

    /** All of them. */
    public static final List<String> ALL = List.of(
            "safe_harbor",
            "minor_consent",
            "minor_definition",
            "reporting_duty",
            "advocate_privilege",
            "vacatur",
            "u_t_visas",
            "pledge",
            "fosta",
            "good_samaritan",
            "syringe_law");

    private static final List<String> OF_THE_SEX_TRADE =
            List.of("safe_harbor", "minor_definition", "vacatur", "u_t_visas", "pledge", "fosta");

    /** Attributes of which any answer but no, never or none touches a topic. */
    private static final Map<ClientAttribute, List<String>> OF_ATTRIBUTES = Map.of(
            ClientAttribute.SURVIVOR_OF, OF_THE_SEX_TRADE,
            ClientAttribute.TRADING_SEX, OF_THE_SEX_TRADE,
            ClientAttribute.IDENTIFIES_AS_VICTIM, OF_THE_SEX_TRADE,
            ClientAttribute.WANTS_TO_LEAVE, OF_THE_SEX_TRADE,
            ClientAttribute.RECENCY_OF_TRAFFICKING_DAYS, OF_THE_SEX_TRADE);

    /** Needs that touch a topic, with all that lies under them. */
    private static final Map<String, String> OF_NEEDS = Map.of(
            "legal.vacatur", "vacatur",
            "legal.tvisa", "u_t_visas",
            "legal.uvisa", "u_t_visas",
            "legal.victim_rights", "advocate_privilege",
            "substance.naloxone", "good_samaritan",
            "substance.od_education", "good_samaritan",
            "substance.ssp", "syringe_law");

    private static final Set<Set<String>> NOTHING = Set.of(Set.of("never"), Set.of("none"), Set.of());

    private LegalTopics() {}

    /** The topics that a client or the needs of a question touch. */
    static Set<String> touched(ClientProfile client, List<String> needs) {
        var touched = new HashSet<String>();
        OF_ATTRIBUTES.forEach((attribute, topics) -> {
            if (says(client.answer(attribute))) {
                touched.addAll(topics);
            }
        });
        OF_NEEDS.forEach((need, topic) -> {
            if (needs.stream().anyMatch(asked -> asked.equals(need) || asked.startsWith(need + '.'))) {
                touched.add(topic);
            }
        });
        return touched;
    }

    private static boolean says(@Nullable Answer answer) {
        if (answer instanceof Answer.Words said) {
            return !NOTHING.contains(said.words());
        }
        return answer instanceof Answer.Amount || (answer instanceof Answer.Flag flag && flag.value());
    }
}
