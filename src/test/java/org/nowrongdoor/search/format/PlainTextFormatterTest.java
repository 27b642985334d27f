package org.nowrongdoor.search.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nowrongdoor.directory.disclosure.BeforeContact;
import org.nowrongdoor.directory.disclosure.StatedCondition;
import org.nowrongdoor.directory.record.Capacity;
import org.nowrongdoor.directory.record.Disclosure;
import org.nowrongdoor.directory.record.Fact;
import org.nowrongdoor.directory.record.Kind;
import org.nowrongdoor.directory.record.LocationPolicy;
import org.nowrongdoor.directory.record.Status;
import org.nowrongdoor.eligibility.evaluate.Verdict;
import org.nowrongdoor.eligibility.explain.Match;
import org.nowrongdoor.eligibility.explain.OpenQuestion;
import org.nowrongdoor.eligibility.explain.Question;
import org.nowrongdoor.search.model.Audience;
import org.nowrongdoor.search.model.Hit;
import org.nowrongdoor.search.model.HitService;
import org.nowrongdoor.search.model.NextStep;
import org.nowrongdoor.search.model.SearchPage;

/** A text answer tells the first place at once, at most three of each thing, and a voice hears no symbols. */
class PlainTextFormatterTest {

    private static final Instant NOW = Instant.parse("2026-05-04T17:00:00Z");
    private static final UUID ID = UUID.fromString("0a8e0b9c-5d0c-4f0e-9d0a-3f0b0c0d0e0f");
    private static final TextForm SHORT = new TextForm(false, false, Integer.MAX_VALUE);
    private static final TextForm FULL = new TextForm(true, false, Integer.MAX_VALUE);
    private static final TextForm VOICE = new TextForm(false, true, 3);
    private static final String ALERT =
            "\"Usually full\" (2019). The area served is not stated. No phone number was seen"
                    + " in our source. The rules of an old page differ from those of a new one.";

    private static String told(SearchPage page, TextForm form) {
        return new PlainTextFormatter(page.lang(), form, NOW).of(page);
    }

    private static Hit hit(String name, List<HitService.PhoneNumber> phones) {
        var service = new HitService(
                ID,
                name,
                Kind.SERVICE,
                Status.ACTIVE,
                null,
                null,
                phones,
                "https://thelink.example/shelter?x=1",
                null,
                null,
                List.of(),
                List.of(new HitService.Area("MN", "Minnesota")),
                LocationPolicy.PUBLIC,
                List.of(),
                ALERT,
                null,
                List.of(),
                Map.of());
        var conditions = IntStream.range(0, 5)
                .mapToObj(n -> new StatedCondition(
                        "condition_" + n,
                        TextNode.valueOf("yes"),
                        "You have to do thing " + n + ".",
                        "you/they must; 18+",
                        null,
                        Fact.Says.SOURCE,
                        null))
                .toList();
        var questions = IntStream.range(0, 9)
                .mapToObj(n -> new Question(
                        "attribute_" + n,
                        n < 2 ? Question.Ask.CLIENT : Question.Ask.PROVIDER,
                        n < 2 ? "How old are you, " + n + "?" : "Do you help people, " + n + "?"))
                .toList();
        return new Hit(
                List.of(new Disclosure(
                        "law_enforcement",
                        "People come through police.",
                        null,
                        null,
                        null,
                        List.of(),
                        Map.of(),
                        Map.of())),
                conditions,
                new BeforeContact.Cost("free", "It is free.", null, Map.of()),
                List.of(),
                "unknown",
                List.of(),
                service,
                List.of(),
                new Match(Verdict.UNKNOWN, List.of(), questions, Set.of()),
                List.of("languages", "channels", "open_at", "free"),
                null,
                List.of(),
                false,
                new Hit.Open("open", "2026-05-04T22:30-05:00", null, null, List.of()),
                new Hit.Freshness(LocalDate.of(2019, 5, 1), true),
                new Capacity(Capacity.Code.UNKNOWN, null, null),
                Map.of(),
                null);
    }

    private static SearchPage page(String lang, List<Hit> hits) {
        var candidates = IntStream.range(0, 7)
                .mapToObj(n -> new SearchPage.Candidate("" + n, "Springfield number " + n + ", in a state of its own"))
                .toList();
        var unclear = Collections.nCopies(4, new SearchPage.Unresolved("Springfield", "place", candidates));
        var read = new SearchPage.Interpretation(
                List.of(new SearchPage.UnderstoodNeed("shelter.emergency", "Emergency shelter", null)),
                List.of(),
                new SearchPage.UnderstoodPlace("MN/minneapolis", "Minneapolis, MN", false, true, List.of()),
                List.of(),
                List.of(),
                null,
                unclear,
                true,
                List.of(),
                Audience.SELF,
                null);
        var next = IntStream.range(0, 5)
                .mapToObj(n -> new NextStep(
                        List.of(),
                        List.of(),
                        "unknown",
                        new NextStep.Door(
                                ID,
                                "Line " + n,
                                List.of(new HitService.PhoneNumber("800-799-7233", null, "voice", null, Map.of())),
                                List.of()),
                        "national",
                        List.of()))
                .toList();
        return new SearchPage(
                read,
                new SearchPage.Total(hits.size(), true),
                hits,
                List.of(),
                List.of(new SearchPage.LeftOut("free", 4)),
                List.of(
                        new OpenQuestion("attribute_0", "How old are you, 0?", 2),
                        new OpenQuestion("age", "Do you have ID?", 1)),
                List.of(),
                List.of(),
                next,
                Map.of(),
                null,
                lang);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void theFirstPlaceStandsWithinTheFirstFiveLines(String lang) {
        var lines = told(page(lang, List.of(hit("The Link", List.of()))), SHORT)
                .lines()
                .limit(5);
        assertTrue(lines.anyMatch(line -> line.startsWith("1. The Link")));
        var none = told(page(lang, List.of()), SHORT).lines().limit(5);
        assertTrue(none.anyMatch(line -> line.startsWith("- Line 0")));
    }

    @Test
    void whatHasNoRoomBeforeTheFirstPlaceIsToldAfterIt() {
        var text = told(page("en", List.of(hit("The Link", List.of()))), SHORT);
        assertTrue(text.indexOf("may be one of these places") > text.indexOf("1. The Link"), text);
    }

    @Test
    void thatNoNumberIsKnownIsToldBeforeTheQuestions() {
        var text = told(page("en", List.of(hit("The Link", List.of()))), SHORT);
        assertTrue(text.indexOf("We have no phone number.") < text.indexOf("Ask: "), text);
    }

    @Test
    void atMostThreeOfEachAreToldAndTheOthersCounted() {
        var text = told(page("en", List.of(hit("The Link", List.of()))), SHORT);
        assertEquals(3, text.split("Ask: ", -1).length - 1, text);
        assertTrue(text.contains("They ask 2 more things. Ask what."), text);
        assertTrue(
                text.contains("They have not said: language; ways to reach them; opening hours; 1 more. Ask."), text);
        assertTrue(text.contains("- Line 2") && !text.contains("Line 3") && text.contains("- 2 more"), text);
        assertTrue(text.contains("Usually full") && !text.contains("old page"), text);
        assertFalse(text.contains("Minnesota"), text);
    }

    @Test
    void everythingIsToldWhereItIsAskedFor() {
        var text = told(page("en", List.of(hit("The Link", List.of()))), FULL).replaceAll("\\s+", " ");
        assertEquals(9, text.split("Ask: ", -1).length - 1, text);
        assertTrue(text.contains("Line 4") && text.contains("old page"), text);
        assertTrue(text.contains("For people in Minnesota") && text.contains("Website https://thelink.example"), text);
    }

    @Test
    void aQuestionIsPutToTheClientOnce() {
        var text = told(page("en", List.of(hit("One", List.of()), hit("Two", List.of()))), SHORT);
        assertEquals(1, text.split("How old are you, 0\\?", -1).length - 1, text);
        assertEquals(2, text.split("Do you help people, 2\\?", -1).length - 1, text);
        assertTrue(text.contains("- Do you have ID?"), text);
    }

    @ParameterizedTest
    @CsvSource({"en, until 10:30 PM.", "es, hasta las 10:30 de la noche."})
    void timesAreThoseOfThePlaceInTheMannerOfTheReader(String lang, String words) {
        var text = told(page(lang, List.of(hit("The Link", List.of()))), SHORT);
        assertTrue(text.contains(words), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void aVoiceHearsSentencesWithoutSymbols(String lang) {
        var number = new HitService.PhoneNumber("612-555-0188", null, "voice", null, Map.of());
        var text = told(
                page(lang, Collections.nCopies(5, hit("The Link – a home (24/7) & more", List.of(number)))), VOICE);
        assertTrue(text.matches("(?s)[\\p{L}\\p{N}\\s.,?!¿¡'’]*"), text);
        assertTrue(text.contains("612 555 0188."), text);
        assertFalse(text.matches("(?s).*(,,|\\.\\.|,\\.| ,| \\.).*"), text);
        text.lines().forEach(line -> assertTrue(line.length() <= ParagraphFormatter.COLUMNS, line));
    }

    @Test
    void aVoiceReadsThreePlacesAndCountsTheOthers() {
        var text = told(page("en", Collections.nCopies(5, hit("The Link", List.of()))), VOICE);
        assertTrue(text.contains("Place 3. The Link."), text);
        assertFalse(text.contains("Place 4"), text);
        assertTrue(text.contains("2 more places."), text);
    }
}
