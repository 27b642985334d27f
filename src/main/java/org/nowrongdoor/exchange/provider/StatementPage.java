package org.nowrongdoor.exchange.provider;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.eligibility.rule.FactCode;
import org.nowrongdoor.eligibility.rule.FactEntry;
import org.nowrongdoor.eligibility.rule.FactKind;
import org.nowrongdoor.eligibility.rule.Label;
import org.nowrongdoor.http.server.PageStyle;
import org.nowrongdoor.region.LocalTimeFormatter;

/** The page on which a provider answers plain questions about itself: no script, English or Spanish, part by part. */
@Singleton
class StatementPage {

    /** An answer to choose, or several. */
    public record Choice(String name, String text, boolean chosen) {}

    /** A question with what was answered.
     *  @param type of the choices' inputs
     *  @param hint key of the label of what is typed; absent choices are typed */
    public record Field(
            String code,
            String question,
            String type,
            List<Choice> choices,
            boolean typed,
            String hint,
            String typedText,
            String words,
            List<String> sources) {}

    /** The form's member for the answers that were shown. */
    static final String SEEN = "seen";

    /** Questions that are saved together.
     *  @param mark of the answers that are shown */
    public record Part(String code, String title, String mark, List<Field> fields) {}

    /** What was answered, to be read and printed. */
    public record Answered(
            String label, String value, @Nullable String words, String expires) {}

    /** What just happened.
     *  @param fields codes of the answers that were not taken
     *  @param stale whether the answers are others than those that the page showed */
    record News(boolean wrong, Set<String> fields, boolean stale, boolean saved) {}

    private final Template page;
    private final LocalTimeFormatter times;
    private final Map<String, Map<String, String>> texts;
    private final PageStyle style = PageStyle.packaged();

    StatementPage(@Location("statement.html") Template page, ObjectMapper mapper, LocalTimeFormatter times)
            throws IOException {
        this.page = page;
        this.times = times;
        try (var stream = Objects.requireNonNull(StatementPage.class.getResourceAsStream("/exchange/statement.json"))) {
            this.texts = mapper.readValue(stream, new TypeReference<>() {});
        }
    }

    String of(StatementView view, String lang, News news) {
        var locale = Locale.forLanguageTag(lang);
        var words = words(lang);
        return page.instance()
                .data("lang", lang)
                .data("t", words)
                .data("style", style.css())
                .data("name", view.name())
                .data("until", times.format(view.expiresAt(), view.regions(), lang))
                .data("wrong", news.wrong())
                .data("again", again(view, locale, news.fields()))
                .data("stale", news.stale())
                .data("saved", news.saved())
                .data("answers", answers(view, locale))
                .data(
                        "groups",
                        view.questions().stream()
                                .map(group -> new Part(
                                        group.code(),
                                        String.valueOf(words.get("group." + group.code())),
                                        view.mark(group.code()),
                                        group.questions().stream()
                                                .map(entry -> field(entry, view, locale))
                                                .toList()))
                                .toList())
                .render();
    }

    /** A page that says that the link is not good. */
    String absent(String lang) {
        return page.instance()
                .data("lang", lang)
                .data("t", words(lang))
                .data("style", style.css())
                .data("name", null)
                .render();
    }

    /** The policy under which the page is shown. */
    String contentSecurityPolicy() {
        return style.contentSecurityPolicy();
    }

    private List<Answered> answers(StatementView view, Locale locale) {
        return view.questions().stream()
                .flatMap(group -> group.questions().stream())
                .flatMap(entry -> Stream.ofNullable(view.facts().get(entry.code()))
                        .map(own -> new Answered(
                                entry.labels().in(locale),
                                spoken(entry, own.value(), locale),
                                own.asStated(),
                                own.expiresOn() == null ? "" : times.format(own.expiresOn(), locale.getLanguage()))))
                .toList();
    }

    private Field field(FactEntry entry, StatementView view, Locale locale) {
        var own = view.facts().get(entry.code());
        var chosen = own == null ? List.<String>of() : named(own.value());
        var choices = Stream.concat(
                        entry.kind() == FactKind.WORDS || entry.values().isEmpty()
                                ? Stream.<Choice>of()
                                : Stream.of(new Choice(
                                        "",
                                        String.valueOf(
                                                words(locale.getLanguage()).get("none")),
                                        chosen.isEmpty())),
                        entry.values().entrySet().stream()
                                .filter(value -> !value.getKey().equals(FactCode.UNKNOWN))
                                .map(value -> new Choice(
                                        value.getKey(),
                                        own(value.getKey(), value.getValue(), locale),
                                        chosen.contains(value.getKey()))))
                .toList();
        return new Field(
                entry.code(),
                entry.question().in(locale),
                entry.kind() == FactKind.WORDS ? "checkbox" : "radio",
                choices,
                isTyped(entry.kind()),
                hint(entry.kind()),
                own == null ? "" : typed(entry, own.value(), locale),
                own == null ? "" : Objects.requireNonNullElse(own.asStated(), ""),
                view.others().getOrDefault(entry.code(), List.of()).stream()
                        .map(source -> source(entry, source, locale))
                        .toList());
    }

    /** The questions whose answers were not taken. */
    private static List<String> again(StatementView view, Locale locale, Set<String> fields) {
        return view.questions().stream()
                .flatMap(group -> group.questions().stream())
                .filter(entry -> fields.contains(entry.code()))
                .map(entry -> entry.question().in(locale))
                .toList();
    }

    /** A value as the provider says it of itself. */
    private String own(String value, Label label, Locale locale) {
        return words(locale.getLanguage()).getOrDefault("choice." + value, label.in(locale));
    }

    private static boolean isTyped(FactKind kind) {
        return kind == FactKind.STAY || kind == FactKind.TEXT || kind == FactKind.LIST;
    }

    private static String hint(FactKind kind) {
        return switch (kind) {
            case STAY -> "typed.days";
            case LIST -> "typed.list";
            default -> "typed.text";
        };
    }

    private String typed(FactEntry entry, JsonNode value, Locale locale) {
        return isTyped(entry.kind()) && !FactCode.NO_LIMIT.equals(value.textValue())
                ? spoken(entry, value, locale)
                : "";
    }

    private String source(FactEntry entry, JsonNode source, Locale locale) {
        var said = spoken(entry, source.path("value"), locale);
        var words = source.path("as_stated").asText("");
        return words.isEmpty() ? said : said + " (" + words + ")";
    }

    private String spoken(FactEntry entry, JsonNode value, Locale locale) {
        if (value.isObject()) {
            return words(locale.getLanguage()).get("at_least")
                    + ' '
                    + value.path(FactCode.AT_LEAST).asText();
        }
        return named(value).stream()
                .map(word -> {
                    var label = entry.values().get(word);
                    return label == null ? word : own(word, label, locale);
                })
                .collect(Collectors.joining(", "));
    }

    private static List<String> named(JsonNode value) {
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList()
                : List.of(value.asText());
    }

    private Map<String, String> words(String lang) {
        return Objects.requireNonNull(texts.get(lang));
    }
}
