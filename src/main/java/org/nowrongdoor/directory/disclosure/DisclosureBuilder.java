package org.nowrongdoor.directory.disclosure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.record.Disclosure;
import org.nowrongdoor.directory.record.Fact;
import org.nowrongdoor.directory.record.ToldText;
import org.nowrongdoor.eligibility.rule.CatalogueReader;
import org.nowrongdoor.eligibility.rule.Label;

/** Makes the disclosures of a service: those that it lists, then those that its facts and its own terms give. There is one
 *  for a code, and the list's words win. A fact that no one stated gives none. */
public final class DisclosureBuilder {

    /** Sentences by what gives them, {@code fact=value} or a term's code, in the order in which they are told. */
    private static final Map<String, Label> SENTENCES = new CatalogueReader("disclosures.json").labels();

    private static final Map<String, String> CODES_OF_FACTS = Map.of(
            "mandated_reporter", "mandated_reporter",
            "law_enforcement_relationship", "law_enforcement",
            "shares_client_data_with_law_enforcement", "law_enforcement",
            "police_report_required", "law_enforcement",
            "cooperation_with_law_enforcement_required", "law_enforcement",
            "records_kept", "records_kept",
            "immigration_status_asked", "immigration");

    private static final Map<String, String> CODES_OF_TERMS =
            Map.of("case.benefits", "benefits", "access.childcare", "custody", "legal.custody", "custody");

    private DisclosureBuilder() {}

    /** Everything that must be told before contact, in English where the words are ours.
     *  @param own what the service lists itself
     *  @param terms codes of the needs that it says it meets
     *  @param today decides which statements of a fact count */
    public static List<Disclosure> of(
            List<Disclosure> own, Map<String, Fact> facts, List<String> terms, LocalDate today) {
        var listed = own.stream().filter(d -> d.derivedFrom().isEmpty()).toList();
        var derived = new LinkedHashMap<String, Draft>();
        for (var source : SENTENCES.keySet()) {
            var equals = source.indexOf('=');
            if (equals < 0) {
                if (terms.stream().anyMatch(term -> term.equals(source) || term.startsWith(source + '.'))) {
                    draft(derived, CODES_OF_TERMS.get(source)).sources.add(source);
                }
            } else {
                var code = source.substring(0, equals);
                var fact = facts.get(code);
                var said = fact == null ? List.<Fact.Statement>of() : FactAgreement.counting(fact, today);
                if (carries(said, source.substring(equals + 1))) {
                    draft(derived, CODES_OF_FACTS.get(code)).add(source, said);
                }
            }
        }
        var all = new ArrayList<>(listed);
        derived.forEach((code, draft) -> {
            if (listed.stream().noneMatch(d -> d.code().equals(code))) {
                all.add(draft.disclosure(code));
            }
        });
        return List.copyOf(all);
    }

    /** The same disclosures with our own sentences, and those that are translated, in another language.
     *  @param lang {@code en} or {@code es} */
    public static List<Disclosure> in(String lang, List<Disclosure> disclosures) {
        return disclosures.stream().map(d -> d.telling(told(d, lang), lang)).toList();
    }

    private static ToldText told(Disclosure disclosure, String lang) {
        return disclosure.derivedFrom().isEmpty()
                ? ToldText.of(disclosure.text(), lang, disclosure.translations(), Disclosure.Translation::text)
                : new ToldText(text(disclosure.derivedFrom(), lang), lang);
    }

    private static Draft draft(Map<String, Draft> drafts, @Nullable String code) {
        return drafts.computeIfAbsent(Objects.requireNonNull(code), c -> new Draft());
    }

    private static boolean carries(List<Fact.Statement> statements, String value) {
        return statements.stream().anyMatch(s -> s.value().asText().equals(value));
    }

    private static String text(List<String> sources, String lang) {
        return String.join(
                " ",
                sources.stream()
                        .flatMap(source -> Stream.ofNullable(SENTENCES.get(source)))
                        .map(label -> label.in(Locale.forLanguageTag(lang)))
                        .distinct()
                        .toList());
    }

    /** What gives one disclosure, gathered. */
    private static final class Draft {

        private final List<String> sources = new ArrayList<>();
        private final List<Fact.Statement> statements = new ArrayList<>();

        void add(String source, List<Fact.Statement> said) {
            sources.add(source);
            said.stream().filter(each -> !statements.contains(each)).forEach(statements::add);
        }

        Disclosure disclosure(String code) {
            // Where statements differ, both sides are told.
            var words = statements.stream()
                    .flatMap(s -> Stream.ofNullable(s.asStated()))
                    .distinct()
                    .toList();
            var url = statements.stream()
                    .flatMap(s -> Stream.ofNullable(s.sourceUrl()))
                    .findFirst()
                    .orElse(null);
            var verified = statements.stream()
                    .flatMap(s -> Stream.ofNullable(s.verifiedOn()))
                    .min(LocalDate::compareTo)
                    .orElse(null);
            return new Disclosure(
                    code,
                    text(sources, "en"),
                    words.isEmpty() ? null : String.join(" / ", words),
                    url,
                    verified,
                    sources,
                    Map.of(),
                    Map.of());
        }
    }
}
