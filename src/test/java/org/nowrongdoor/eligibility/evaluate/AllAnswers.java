package org.nowrongdoor.eligibility.evaluate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.nowrongdoor.eligibility.rule.ClientAttribute;

/** Every exact answer that {@link RandomCases} leaves room for, and families of up to two children, or of many alike. */
public final class AllAnswers {

    private static final List<Answer.Children> FAMILIES = families();

    private AllAnswers() {}

    public static List<? extends Answer> to(ClientAttribute attribute) {
        return switch (attribute.kind()) {
            case NUMBER -> numbers(attribute.isWhole());
            case YES_NO -> List.of(new Answer.Flag(true), new Answer.Flag(false));
            case WORD ->
                RandomCases.wordsOf(attribute).stream()
                        .map(word -> new Answer.Words(Set.of(word), true))
                        .toList();
            case WORDS, YES_NO_OR_WORDS -> sets(attribute, RandomCases.wordsOf(attribute));
            case LANGUAGES -> sets(attribute, List.of("en", "es", "hmn", "so"));
            case REGION -> places();
            case CHILDREN -> FAMILIES;
            case TEXT -> List.of();
        };
    }

    private static List<Answer.Amount> numbers(boolean whole) {
        double step = whole ? 1 : 0.5;
        return IntStream.rangeClosed(0, 24)
                .mapToObj(n -> new Answer.Amount(n * step, n * step))
                .toList();
    }

    private static List<Answer.Words> sets(ClientAttribute attribute, List<String> words) {
        String none = attribute.entry().vocabulary().marks().no();
        List<String> some = words.stream().filter(word -> !word.equals(none)).toList();
        return PossibleAnswers.choices(some)
                .map(choice -> new Answer.Words(choice.isEmpty() && none != null ? Set.of(none) : choice, true))
                .toList();
    }

    private static List<Answer.Place> places() {
        List<Answer.Place> places = new ArrayList<>(List.of(new Answer.Place("", true)));
        RandomCases.PLACES.forEach(place -> places.add(new Answer.Place(place, true)));
        return places;
    }

    private static List<Answer.Children> families() {
        List<ClientProfile> each = new ArrayList<>();
        for (int age = 0; age <= RandomCases.MOST_AGE + 1; age++) {
            for (String gender : RandomCases.wordsOf(ClientAttribute.GENDER)) {
                each.add(new ClientProfile(Map.of(
                        ClientAttribute.AGE, new Answer.Amount(age, age),
                        ClientAttribute.GENDER, new Answer.Words(Set.of(gender), true))));
            }
        }
        List<Answer.Children> families = new ArrayList<>(List.of(new Answer.Children(List.of())));
        for (ClientProfile child : each) {
            IntStream.range(1, 12).forEach(n -> families.add(new Answer.Children(Collections.nCopies(n, child))));
        }
        each.forEach(one -> each.forEach(other -> families.add(new Answer.Children(List.of(one, other)))));
        return families;
    }
}
