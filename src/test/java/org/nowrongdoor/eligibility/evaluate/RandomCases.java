package org.nowrongdoor.eligibility.evaluate;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.nowrongdoor.eligibility.rule.AttributeKind;
import org.nowrongdoor.eligibility.rule.ClientAttribute;
import org.nowrongdoor.eligibility.rule.Condition;
import org.nowrongdoor.eligibility.rule.FactCode;
import org.nowrongdoor.eligibility.rule.Rule;
import org.nowrongdoor.eligibility.rule.Strength;

/** Rules and clients at random, small enough in their values that {@link AllAnswers} can try them all. */
public final class RandomCases {

    static final int MOST_AGE = 8;
    static final List<String> PLACES =
            List.of("us", "MN", "WI", "27053", "27123", "55073", "MN/minneapolis", "WI/wausau");

    private static final List<ClientAttribute> WORDED = List.of(
            ClientAttribute.GENDER,
            ClientAttribute.PETS,
            ClientAttribute.IMMIGRATION_STATUS,
            ClientAttribute.SURVIVOR_OF,
            ClientAttribute.ID,
            ClientAttribute.CRIMINAL_RECORD,
            ClientAttribute.LANGUAGES,
            ClientAttribute.RESIDENCE);
    private static final List<ClientAttribute> PLAIN_WORDED = List.of(ClientAttribute.GENDER, ClientAttribute.PETS);
    private static final List<ClientAttribute> FLAGS = List.of(
            ClientAttribute.CRIME_VICTIM,
            ClientAttribute.PETS,
            ClientAttribute.CRIMINAL_RECORD,
            ClientAttribute.CHILDREN);
    private static final List<ClientAttribute> NUMBERS =
            List.of(ClientAttribute.AGE, ClientAttribute.CHILDREN, ClientAttribute.INCOME_PERCENT_FPL);

    private final Random random;
    private final boolean plain;

    private RandomCases(Random random, boolean plain) {
        this.random = random;
        this.plain = plain;
    }

    public static Arbitrary<ServiceTerms> services() {
        return Arbitraries.randomValue(random -> new RandomCases(random, false).service());
    }

    /** Services without preferences, without words that take in others and without areas. */
    static Arbitrary<ServiceTerms> plainServices() {
        return Arbitraries.randomValue(random -> new RandomCases(random, true).service());
    }

    /** Clients who said some things, in bands or in part, and rather not others. */
    public static Arbitrary<ClientProfile> clients() {
        return Arbitraries.randomValue(random -> new RandomCases(random, false).client());
    }

    private ServiceTerms service() {
        String trans = one(List.of("by_identity", "by_legal_sex", "case_by_case", "unknown"));
        return new ServiceTerms(rule(4, false), Map.of(FactCode.TRANS_INCLUSIVE, trans));
    }

    private Rule rule(int depth, boolean ofChild) {
        int kind = depth == 0 ? 9 : random.nextInt(10);
        return switch (kind) {
            case 0, 1 -> new Rule.AllOf(many(0, 4, () -> rule(depth - 1, ofChild)));
            case 2, 3 -> new Rule.AnyOf(many(1, 4, () -> rule(depth - 1, ofChild)));
            case 4 -> new Rule.Not(rule(depth - 1, ofChild));
            case 5, 6 -> ofChild ? leaf(true) : new Rule.EveryChild(rule(Math.min(2, depth - 1), true));
            default -> leaf(ofChild);
        };
    }

    private Rule leaf(boolean ofChild) {
        int kind = random.nextInt(ofChild ? 2 : 3);
        ClientAttribute attribute = switch (kind) {
            case 0 -> ofChild || plain ? ClientAttribute.AGE : one(NUMBERS);
            case 1 -> ofChild ? ClientAttribute.GENDER : one(plain ? PLAIN_WORDED : WORDED);
            default -> plain ? ClientAttribute.CRIME_VICTIM : one(FLAGS);
        };
        Condition condition = switch (kind) {
            case 0 -> range();
            case 1 -> words(attribute);
            default -> new Condition.Is(random.nextBoolean());
        };
        return new Rule.Leaf(attribute, condition, weight(), Rule.Provenance.NONE);
    }

    private Condition range() {
        BigDecimal min = BigDecimal.valueOf(1 + random.nextInt(MOST_AGE - 2));
        BigDecimal max = min.add(BigDecimal.valueOf(random.nextInt(3)));
        int ends = random.nextInt(3);
        return new Condition.Range(ends == 1 ? null : min, ends == 2 ? null : max);
    }

    private Condition words(ClientAttribute attribute) {
        List<String> words = many(1, 3, () -> one(wordsOf(attribute)));
        return random.nextBoolean() ? new Condition.OneOf(words) : new Condition.NoneOf(words);
    }

    private Rule.Weight weight() {
        return switch (random.nextInt(15)) {
            case 0 -> new Rule.Weight(null, true);
            case 1, 2 ->
                new Rule.Weight(
                        one(plain ? List.of(Strength.HARD, Strength.DISCRETION) : List.of(Strength.values())), null);
            default -> Rule.Weight.HARD;
        };
    }

    private ClientProfile client() {
        Map<ClientAttribute, Answer> said = new HashMap<>();
        WORDED.forEach(attribute -> perhaps(said, attribute, () -> wordsSaid(attribute)));
        perhaps(said, ClientAttribute.AGE, this::amount);
        perhaps(said, ClientAttribute.INCOME_PERCENT_FPL, this::amount);
        perhaps(said, ClientAttribute.CRIME_VICTIM, () -> new Answer.Flag(random.nextBoolean()));
        perhaps(said, ClientAttribute.CHILDREN, () -> new Answer.Children(many(0, 3, this::child)));
        return new ClientProfile(said);
    }

    private ClientProfile child() {
        Map<ClientAttribute, Answer> said = new HashMap<>();
        perhaps(said, ClientAttribute.AGE, this::amount);
        perhaps(said, ClientAttribute.GENDER, () -> wordsSaid(ClientAttribute.GENDER));
        return new ClientProfile(said);
    }

    private void perhaps(Map<ClientAttribute, Answer> said, ClientAttribute attribute, Supplier<Answer> answer) {
        int chance = random.nextInt(10);
        if (chance < 5) {
            said.put(attribute, answer.get());
        } else if (chance == 5) {
            said.put(attribute, new Answer.Withheld());
        }
    }

    private Answer wordsSaid(ClientAttribute attribute) {
        if (attribute == ClientAttribute.RESIDENCE) {
            return new Answer.Place(one(PLACES), false);
        }
        int most = attribute.kind() == AttributeKind.WORD ? 1 : 3;
        Set<String> words = new HashSet<>(many(most == 1 ? 1 : 0, most, () -> one(wordsOf(attribute))));
        String none = attribute.entry().vocabulary().marks().no();
        boolean justNone = none != null && (words.isEmpty() || words.contains(none));
        return new Answer.Words(justNone ? Set.of(none) : words, false);
    }

    private Answer amount() {
        int min = random.nextInt(MOST_AGE + 1);
        return new Answer.Amount(min, min + Math.max(0, random.nextInt(7) - 3));
    }

    static List<String> wordsOf(ClientAttribute attribute) {
        return switch (attribute) {
            case LANGUAGES -> List.of("en", "es", "es-MX", "hmn");
            case RESIDENCE -> PLACES;
            default -> List.copyOf(attribute.entry().values().keySet());
        };
    }

    private <T> List<T> many(int least, int most, Supplier<T> maker) {
        return Stream.generate(maker)
                .limit(least + random.nextInt(most - least + 1))
                .toList();
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
