package org.nowrongdoor.directory.disclosure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.record.CostOption;
import org.nowrongdoor.directory.record.Fact;
import org.nowrongdoor.directory.record.RequiredDocument;
import org.nowrongdoor.eligibility.rule.CatalogueReader;
import org.nowrongdoor.eligibility.rule.FactCode;
import org.nowrongdoor.eligibility.rule.Label;

/** Makes what is told of a service before contact out of its record. */
public final class BeforeContactBuilder {

    private static final Map<String, Label> COSTS = new CatalogueReader("costs.json").labels();
    private static final List<String> LEADERS = List.of("sex_worker", "survivor", "peer");

    // The strictest word counts while it stands: a number must not be given out that one statement keeps back.
    private static final List<String> STRICTEST_FIRST = List.of("partners_only", "introduction");

    private BeforeContactBuilder() {}

    /** The parts of a record that tell it.
     *  @param facts as they are stored */
    public record Stated(
            Map<String, Fact> facts,
            @Nullable String feesDescription,
            @Nullable String fees,
            List<CostOption> costOptions,
            List<RequiredDocument> requiredDocuments) {}

    /** All of it, in English where the words are ours.
     *  @param today decides which statements count */
    public static BeforeContact of(Stated stated, LocalDate today) {
        var facts = stated.facts();
        return new BeforeContact(
                ConditionBuilder.of(facts, today),
                cost(stated, today),
                LEADERS.stream()
                        .filter(group -> "yes".equals(value(facts, group + "_led", today)))
                        .toList(),
                contactPreference(facts, today),
                stated.requiredDocuments().stream()
                        .flatMap(paper -> Stream.ofNullable(paper.document()))
                        .distinct()
                        .toList());
    }

    /** The same in another language, with the conditions first that matter more to a client.
     *  @param lang {@code en} or {@code es}
     *  @param weight of a condition's code; the lowest stands first */
    public static BeforeContact in(String lang, BeforeContact told, ToIntFunction<String> weight) {
        var conditions = new ArrayList<>(told.conditions());
        conditions.sort(Comparator.comparingInt(c -> weight.applyAsInt(c.code())));
        return new BeforeContact(
                conditions.stream()
                        .map(c -> c.with(ConditionBuilder.text(c, lang)))
                        .toList(),
                cost(told.cost().code(), told.cost().asStated(), lang),
                told.ledBy(),
                told.contactPreference(),
                told.requiredDocuments());
    }

    private static BeforeContact.Cost cost(Stated stated, LocalDate today) {
        var fact = stated.facts().get(FactCode.FEES.code());
        var code = value(stated.facts(), FactCode.FEES.code(), today);
        var words = Stream.of(
                        Stream.ofNullable(stated.feesDescription()),
                        Stream.ofNullable(stated.fees()),
                        stated.costOptions().stream().flatMap(BeforeContactBuilder::price),
                        fact == null
                                ? Stream.<String>of()
                                : FactAgreement.counting(fact, today).stream()
                                        .flatMap(s -> Stream.ofNullable(s.asStated())))
                .flatMap(each -> each)
                .filter(text -> !text.isBlank())
                .map(String::strip)
                .findFirst();
        return cost(code, words.orElse(null), "en");
    }

    private static BeforeContact.Cost cost(String code, @Nullable String words, String lang) {
        var ours = Objects.requireNonNull(COSTS.get(COSTS.containsKey(code) ? code : FactCode.UNKNOWN))
                .in(Locale.forLanguageTag(lang));
        var text = words == null ? ours : code.equals(FactCode.UNKNOWN) ? words : ours + ' ' + words;
        return new BeforeContact.Cost(code, text, words);
    }

    private static Stream<String> price(CostOption option) {
        var parts = Stream.of(
                        Optional.ofNullable(option.option()),
                        Optional.ofNullable(option.amount())
                                .map(amount -> amount.toPlainString()
                                        + (option.currency() == null ? "" : ' ' + option.currency())),
                        Optional.ofNullable(option.amountDescription()))
                .flatMap(Optional::stream)
                .toList();
        return parts.isEmpty() ? Stream.of() : Stream.of(String.join(", ", parts));
    }

    private static String contactPreference(Map<String, Fact> facts, LocalDate today) {
        var code = FactCode.CONTACT_PREFERENCE.code();
        var fact = facts.get(code);
        if (fact == null) {
            return FactCode.UNKNOWN;
        }
        var said = FactAgreement.counting(fact, today).stream()
                .map(s -> s.value().asText())
                .toList();
        return STRICTEST_FIRST.stream().filter(said::contains).findFirst().orElseGet(() -> value(facts, code, today));
    }

    private static String value(Map<String, Fact> facts, String code, LocalDate today) {
        var fact = facts.get(code);
        return fact == null
                ? FactCode.UNKNOWN
                : FactAgreement.on(today, fact).value().asText();
    }
}
