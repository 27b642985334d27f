package org.nowrongdoor.directory.disclosure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
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
import org.nowrongdoor.directory.record.ServiceRecord;
import org.nowrongdoor.directory.record.ToldText;
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
            List<RequiredDocument> requiredDocuments,
            Map<String, ServiceRecord.Translation> translations) {}

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
                papers(stated),
                translations(stated),
                Map.of());
    }

    private static List<String> papers(Stated stated) {
        return stated.requiredDocuments().stream()
                .flatMap(paper -> Stream.ofNullable(paper.document()))
                .distinct()
                .toList();
    }

    private static Map<String, BeforeContact.Translation> translations(Stated stated) {
        var langs = new HashSet<>(stated.translations().keySet());
        stated.requiredDocuments()
                .forEach(paper -> langs.addAll(paper.translations().keySet()));
        var found = new HashMap<String, BeforeContact.Translation>();
        for (var lang : langs) {
            var cost = Optional.ofNullable(stated.translations().get(lang))
                    .map(ServiceRecord.Translation::feesDescription)
                    .filter(fees -> !isBlank(stated.feesDescription()))
                    .orElse(null);
            var papers = stated.requiredDocuments().stream()
                    .filter(paper -> paper.document() != null)
                    .map(paper -> Optional.ofNullable(paper.translations().get(lang))
                            .map(RequiredDocument.Translation::document))
                    .distinct()
                    .toList();
            // A list in two languages would be in neither.
            var all = papers.stream().allMatch(Optional::isPresent)
                    ? papers.stream().flatMap(Optional::stream).toList()
                    : List.<String>of();
            if (cost != null || !all.isEmpty()) {
                found.put(lang, new BeforeContact.Translation(cost, all));
            }
        }
        return found;
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /** The same in another language, with the conditions first that matter more to a client.
     *  @param tag of a locale in English or Spanish, perhaps that of {@link Label#ofAnother}
     *  @param weight of a condition's code; the lowest stands first */
    public static BeforeContact in(String tag, BeforeContact told, ToIntFunction<String> weight) {
        var lang = Locale.forLanguageTag(tag).getLanguage();
        var conditions = new ArrayList<>(told.conditions());
        conditions.sort(Comparator.comparingInt(c -> weight.applyAsInt(c.code())));
        var translated = told.translations().get(lang);
        var isInOriginal =
                lang.equals(ToldText.ORIGINAL) || told.requiredDocuments().isEmpty();
        var papers = translated == null ? List.<String>of() : translated.requiredDocuments();
        return new BeforeContact(
                conditions.stream()
                        .map(c -> c.with(ConditionBuilder.text(c, tag)))
                        .toList(),
                cost(told, tag),
                told.ledBy(),
                told.contactPreference(),
                papers.isEmpty() ? told.requiredDocuments() : papers,
                Map.of(),
                isInOriginal || !papers.isEmpty() ? Map.of() : Map.of("required_documents", ToldText.ORIGINAL));
    }

    private static BeforeContact.Cost cost(BeforeContact told, String tag) {
        var lang = Locale.forLanguageTag(tag).getLanguage();
        var words = told.cost().asStated();
        if (words == null) {
            return cost(told.cost().code(), null, null, tag);
        }
        var said = ToldText.of(words, lang, told.translations(), BeforeContact.Translation::cost);
        return cost(told.cost().code(), words, said, tag);
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
        return cost(
                code,
                words.orElse(null),
                words.map(text -> new ToldText(text, ToldText.ORIGINAL)).orElse(null),
                ToldText.ORIGINAL);
    }

    /** @param words of the provider
     *  @param said the same in the language that is wanted, where it is translated */
    private static BeforeContact.Cost cost(String code, @Nullable String words, @Nullable ToldText said, String tag) {
        var lang = Locale.forLanguageTag(tag).getLanguage();
        var ours = Objects.requireNonNull(COSTS.get(COSTS.containsKey(code) ? code : FactCode.UNKNOWN))
                .in(Locale.forLanguageTag(tag));
        if (said == null) {
            return new BeforeContact.Cost(code, ours, words, Map.of());
        }
        if (code.equals(FactCode.UNKNOWN)) {
            return new BeforeContact.Cost(code, said.text(), words, said.langUnder("text", lang));
        }
        // Next to a sentence of ours, words in another language are a quotation.
        var told = said.lang().equals(lang) ? said.text() : '"' + said.text() + '"';
        return new BeforeContact.Cost(code, ours + ' ' + told, words, Map.of());
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
