package org.nowrongdoor.house;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nowrongdoor.mail.LinkMail;
import org.nowrongdoor.problem.ProblemKind;

/** What people read is short and plain: sentences of at most fifteen words, for readers of twelve years.
 *  Names are left out: a text of fewer than four words that ends no sentence is the name of a thing. */
class ReadabilityTest {

    // 15 words, grade 6, INFLESZ 65: what reading aloud to a person in a crisis takes
    private static final int MOST_WORDS = 15;
    private static final double HIGHEST_GRADE = 6;
    private static final double LOWEST_INFLESZ = 65;

    // 8: the names of parameters, headers and media types are long, and a detail must say them
    private static final double HIGHEST_GRADE_OF_PROBLEMS = 8;

    private static final int NAME_WORDS = 3;
    private static final String LINK = "LINK";

    private static final List<String> CATALOGUES = List.of(
            "/eligibility/sentences.json",
            "/eligibility/attributes.json",
            "/eligibility/facts.json",
            "/eligibility/conditions.json",
            "/eligibility/conflicts.json",
            "/eligibility/costs.json",
            "/eligibility/disclosures.json",
            "/search/lenses.json");
    private static final List<String> PAGES = List.of(
            "/directory/vetting.json", "/referral/answer.json", "/exchange/provider.json", "/exchange/statement.json");

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void everySentenceHasAtMostFifteenWords(String lang) throws IOException {
        var tooLong = messages(lang).entrySet().stream()
                .flatMap(file -> file.getValue().stream()
                        .flatMap(text -> ReadingMeasure.sentences(text).stream())
                        .filter(sentence -> ReadingMeasure.words(sentence).count() > MOST_WORDS)
                        .map(sentence -> file.getKey() + ": " + sentence))
                .toList();
        assertTrue(tooLong.isEmpty(), String.join("\n", tooLong));
    }

    @Test
    void englishIsReadWithSixYearsOfSchool() throws IOException {
        table("en", "grade")
                .forEach((file, measure) ->
                        assertTrue(measure.grade() <= HIGHEST_GRADE, () -> file + ": grade " + measure.grade()));
    }

    /** Problems are in English. What is put together at run time counts as one word. */
    @Test
    void problemsSayInShortSentencesWhatToDo() throws IOException {
        var kinds = Arrays.stream(ProblemKind.values())
                .flatMap(kind -> Stream.of(kind.title, kind.remedy))
                .toList();
        var texts = Map.of("titles and remedies", kinds, "details", ProblemTexts.list());
        texts.forEach((name, list) -> {
            var measure = list.stream()
                    .map(text -> ReadingMeasure.of(text, Locale.ENGLISH))
                    .reduce(new ReadingMeasure(0, 0, 0), ReadingMeasure::plus);
            line("problems: " + name, measure, "en");
            assertTrue(measure.grade() <= HIGHEST_GRADE_OF_PROBLEMS, () -> name + ": grade " + measure.grade());
        });
        var tooLong = texts.values().stream()
                .flatMap(List::stream)
                .flatMap(text -> ReadingMeasure.sentences(text).stream())
                .filter(sentence -> ReadingMeasure.words(sentence).count() > MOST_WORDS)
                .toList();
        assertTrue(tooLong.isEmpty(), String.join("\n", tooLong));
    }

    @Test
    void spanishIsEasyToRead() throws IOException {
        table("es", "INFLESZ")
                .forEach((file, measure) ->
                        assertTrue(measure.inflesz() >= LOWEST_INFLESZ, () -> file + ": " + measure.inflesz()));
    }

    /** Prints a line for each file and one for all of them. */
    private static Map<String, ReadingMeasure> table(String lang, String formula) throws IOException {
        var locale = Locale.forLanguageTag(lang);
        var table = new LinkedHashMap<String, ReadingMeasure>();
        var total = new ReadingMeasure(0, 0, 0);
        print("%-32s %9s %6s %s".formatted(lang, "sentences", "words", formula));
        for (var file : messages(lang).entrySet()) {
            var measure = file.getValue().stream()
                    .map(text -> ReadingMeasure.of(text, locale))
                    .reduce(new ReadingMeasure(0, 0, 0), ReadingMeasure::plus);
            table.put(file.getKey(), measure);
            total = total.plus(measure);
        }
        table.put("all", total);
        table.forEach((name, measure) -> line(name, measure, lang));
        return table;
    }

    private static void line(String name, ReadingMeasure measure, String lang) {
        print("%-32s %9d %6d %7.1f"
                .formatted(
                        name,
                        measure.sentences(),
                        measure.words(),
                        "en".equals(lang) ? measure.grade() : measure.inflesz()));
    }

    private static void print(String line) {
        System.getLogger("readability").log(System.Logger.Level.INFO, line);
    }

    /** The messages in a language, by the file that holds them. */
    static Map<String, List<String>> messages(String lang) throws IOException {
        var messages = new LinkedHashMap<String, List<String>>();
        messages.put("/search/spoken", spoken(lang));
        for (var file : CATALOGUES) {
            messages.put(
                    file,
                    json(file).findParents("en").stream()
                            .map(label -> label.path(lang).asText())
                            .toList());
        }
        for (var file : PAGES) {
            var texts = new ArrayList<String>();
            json(file).path(lang).forEach(text -> texts.add(text.asText()));
            messages.put(file, texts);
        }
        messages.put("mails", mails(lang));
        messages.replaceAll(
                (file, texts) -> texts.stream().filter(text -> !isName(text)).toList());
        return messages;
    }

    private static boolean isName(String text) {
        return ReadingMeasure.sentences(text).stream()
                                .flatMap(ReadingMeasure::words)
                                .count()
                        <= NAME_WORDS
                && !text.matches("(?s).*[.?!]");
    }

    private static List<String> spoken(String lang) throws IOException {
        var sentences = new Properties();
        try (var file = ReadabilityTest.class.getResourceAsStream("/search/spoken_" + lang + ".properties")) {
            sentences.load(new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8));
        }
        return sentences.values().stream().map(String::valueOf).sorted().toList();
    }

    private static List<String> mails(String lang) {
        return Arrays.stream(LinkMail.values())
                .map(mail -> mail.text(LINK).split(LINK, -1)["en".equals(lang) ? 0 : 1])
                .toList();
    }

    private static JsonNode json(String file) throws IOException {
        try (var stream = ReadabilityTest.class.getResourceAsStream(file)) {
            return new ObjectMapper().readTree(stream);
        }
    }
}
