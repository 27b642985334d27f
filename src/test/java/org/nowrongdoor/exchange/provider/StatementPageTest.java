package org.nowrongdoor.exchange.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.Json.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.Engine;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.ValueResolvers;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.eligibility.rule.FactEntry;
import org.nowrongdoor.region.LocalTimeFormatter;
import org.nowrongdoor.region.Regions;

/** The page of a provider's statement asks every question in both languages, and is read back as it was filled in. */
class StatementPageTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static StatementPage page() throws IOException {
        try (var in =
                Objects.requireNonNull(StatementPageTest.class.getResourceAsStream("/templates/statement.html"))) {
            var engine = Engine.builder()
                    .addDefaults()
                    .addValueResolver(new ReflectionValueResolver())
                    .addValueResolver(ValueResolvers.rawResolver())
                    .build();
            var template = engine.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            return new StatementPage(template, MAPPER, new LocalTimeFormatter(new Regions()));
        }
    }

    private static StatementView view() throws IOException {
        var own = new StatementView.Own(
                MAPPER.readTree(json("{'at_least': 30}")), "A month or more.", null, LocalDate.of(2027, 5, 4));
        return new StatementView(
                UUID.randomUUID(),
                "Own door",
                Map.of("max_stay_days", own),
                Map.of(
                        "exit_required",
                        List.of(MAPPER.readTree(json("{'value': 'yes', 'as_stated': 'Leave first.'}")))),
                StatementQuestions.GROUPS,
                Instant.parse("2026-08-15T12:00:00Z"),
                List.of("MN"));
    }

    @Test
    void everyQuestionIsThereInBothLanguages() throws IOException {
        for (var lang : List.of("en", "es")) {
            var html = page().of(view(), lang, new StatementPage.News(false, Set.of(), false, true));
            var locale = Locale.forLanguageTag(lang);
            StatementQuestions.GROUPS.stream()
                    .flatMap(group -> group.questions().stream())
                    .forEach(entry -> assertTrue(html.contains(entry.question().in(locale)), entry.code()));
            assertTrue(html.contains("Leave first.") && html.contains("A month or more."), html);
            assertTrue(html.contains(lang.equals("en") ? "7:00 AM Central Time" : "7:00 a. m. hora central"), html);
            assertTrue(html.contains(lang.equals("en") ? "May 4, 2027" : "4 de mayo de 2027"), html);
            assertFalse(html.contains("NOT_FOUND") || html.contains(">null<"), html);
        }
        assertTrue(page().absent("es").contains("Este enlace no funciona"));
    }

    @Test
    void aYesOnThePageIsAYesOfItsFact() throws IOException {
        var asked = StatementQuestions.GROUPS.stream()
                .flatMap(group -> group.questions().stream())
                .collect(Collectors.toMap(
                        FactEntry::code, entry -> entry.question().en()));
        assertEquals("Do people have to stop trading sex to get help?", asked.get("exit_required"));
        assertEquals("Do you limit visitors or contact with family and friends?", asked.get("visits_restricted"));
        assertEquals("Does a professional have to refer people to you?", asked.get("professional_referral_required"));
        var html = page().of(view(), "es", new StatementPage.News(false, Set.of(), false, false));
        assertTrue(html.contains("no tenemos esa regla"), html);
        assertFalse(html.contains("dice que no tiene esa regla"), html);
    }

    @Test
    void aFaultNamesTheQuestionAndNoMemberOfTheApi() throws IOException {
        var html = page().of(view(), "es", new StatementPage.News(true, Set.of("max_stay_days"), false, false));
        assertTrue(
                html.contains("No se cambió nada.</strong> Revise, por favor: “¿Cuánto tiempo se puede quedar"), html);
    }

    @Test
    void aPartIsReadAsItWasFilledIn() {
        var form = new MultivaluedHashMap<String, String>();
        form.add("group", "stay");
        form.add("max_stay_days.typed", "al menos 30");
        form.add("max_stay_days.words", "Un mes.");
        form.add("curfew", "");
        var answers = StatementFormReader.read(form);
        assertEquals(
                json("{'at_least':30}"),
                Objects.requireNonNull(answers.get("max_stay_days")).value().toString());
        assertTrue(answers.containsKey("curfew"));
        assertNull(answers.get("curfew"));
        assertFalse(answers.containsKey("exit_required"));
        form.putSingle("group", "police");
        form.addAll("law_enforcement_purposes", "task_force", "funding");
        assertEquals(
                "[\"task_force\",\"funding\"]",
                Objects.requireNonNull(StatementFormReader.read(form).get("law_enforcement_purposes"))
                        .value()
                        .toString());
    }
}
