package org.nowrongdoor.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.eligibility.evaluate.Answer;
import org.nowrongdoor.eligibility.evaluate.ClientProfile;
import org.nowrongdoor.eligibility.rule.ClientAttribute;
import org.nowrongdoor.eligibility.rule.FactCode;
import org.nowrongdoor.search.engine.NextStepFinder;
import org.nowrongdoor.search.model.NextStep;
import org.nowrongdoor.search.model.StoredService;
import org.nowrongdoor.search.query.ServiceQuery;
import org.nowrongdoor.taxonomy.TermTree;

/** Tells which lines led by peers are for people such as a client. It puts in order and leaves out none. */
final class PeerMatcher {

    private static final String LGBTQ = "sit.lgbtq";
    private static final String SEX_TRADE = "sit.sextrade";
    private static final String NATIVE = "sit.native";
    private static final String REENTRY = "sit.reentry";

    private static final Map<ClientAttribute, Map<String, String>> GROUPS = Map.of(
            ClientAttribute.GENDER,
            Map.of(
                    "trans_woman", LGBTQ,
                    "trans_man", LGBTQ,
                    "nonbinary", LGBTQ,
                    "two_spirit", LGBTQ,
                    "questioning", LGBTQ),
            ClientAttribute.TRADING_SEX,
            Map.of("current", SEX_TRADE, "past", SEX_TRADE),
            ClientAttribute.SURVIVOR_OF,
            Map.of(
                    "sex_trafficking", "sit.survivor.ht",
                    "labor_trafficking", "sit.survivor.ht",
                    "csec", "sit.survivor.ht",
                    "domestic_violence", "sit.survivor.dv",
                    "sexual_assault", "sit.survivor.sa"),
            ClientAttribute.IMMIGRATION_STATUS,
            Map.of("undocumented", "sit.undocumented"));

    // 25: programs for young people, the Safe Harbor ones of document 002 among them, reach to 24
    private static final int NO_YOUTH = 25;

    private static final int FITS = 2;
    private static final int IS_FOR_OTHERS = -3;

    private final Set<String> own = new HashSet<>();
    private final Set<String> others = new HashSet<>();
    private final Set<String> languages;

    PeerMatcher(ClientProfile client) {
        GROUPS.forEach((attribute, groups) -> groups.forEach((word, group) -> {
            if (words(client, attribute).contains(word)) {
                own.add(group);
            }
        }));
        if (words(client, ClientAttribute.GENDER).contains("two_spirit")
                || isTrue(client, ClientAttribute.TRIBAL_MEMBER)) {
            own.add(NATIVE);
        }
        if (isTrue(client, ClientAttribute.ON_SUPERVISION)
                || words(client, ClientAttribute.CRIMINAL_RECORD).stream().anyMatch(word -> !word.equals("none"))) {
            own.add(REENTRY);
        }
        if (client.answer(ClientAttribute.AGE) instanceof Answer.Amount age && age.max() < NO_YOUTH) {
            own.add("sit.youth");
        }
        if (words(client, ClientAttribute.GENDER).stream().anyMatch(Set.of("woman", "man")::contains)
                && !own.contains(LGBTQ)) {
            others.add(LGBTQ);
        }
        if (words(client, ClientAttribute.TRADING_SEX).contains("never")) {
            others.add(SEX_TRADE);
        }
        languages = words(client, ClientAttribute.LANGUAGES);
    }

    /** Whether the client said anything by which peers differ. */
    boolean isAny() {
        return !own.isEmpty() || !others.isEmpty() || !languages.isEmpty();
    }

    /** A question in which what the client said counts as a need. */
    ServiceQuery ranked(ServiceQuery query) {
        var groups = own.stream().sorted().map(Set::of);
        return query.forNeeds(Stream.concat(query.needs().stream(), groups).toList());
    }

    /** The lines that fit best, else in their order. */
    List<NextStepFinder.Door> best(List<NextStepFinder.Door> peers, int most) {
        return peers.stream()
                .sorted(Comparator.comparingInt(peer -> -points(peer.service())))
                .limit(most)
                .toList();
    }

    private int points(StoredService peer) {
        var fitting = (int) own.stream().filter(peer.needs()::contains).count();
        var foreign = fitting == 0 && !Collections.disjoint(peer.needs(), others) ? IS_FOR_OTHERS : 0;
        var understood = Collections.disjoint(peer.languages(), languages) ? 0 : 1;
        return FITS * fitting + foreign + understood;
    }

    /** Whom a line is for: its situations, and the groups that its provider names. */
    static List<NextStep.Group> groups(StoredService peer, TermTree tree, String lang) {
        var situations = peer.needs().stream()
                .filter(code -> code.startsWith("sit."))
                .filter(code -> peer.needs().stream().noneMatch(other -> other.startsWith(code + '.')))
                .map(code -> new NextStep.Group(code, tree.label(code, lang)));
        return Stream.concat(situations, named(peer.facts().get(FactCode.CULTURALLY_SPECIFIC.code())))
                .toList();
    }

    private static Stream<NextStep.Group> named(@Nullable JsonNode groups) {
        return groups == null
                ? Stream.of()
                : StreamSupport.stream(groups.spliterator(), false)
                        .map(group -> new NextStep.Group(null, group.asText()));
    }

    private static Set<String> words(ClientProfile client, ClientAttribute attribute) {
        return client.answer(attribute) instanceof Answer.Words said ? said.words() : Set.of();
    }

    private static boolean isTrue(ClientProfile client, ClientAttribute attribute) {
        return client.answer(attribute) instanceof Answer.Flag said && said.value();
    }
}
