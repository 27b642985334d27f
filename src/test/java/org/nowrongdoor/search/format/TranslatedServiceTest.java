package org.nowrongdoor.search.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.directory.disclosure.BeforeContactBuilder;
import org.nowrongdoor.directory.record.Disclosure;
import org.nowrongdoor.directory.record.Kind;
import org.nowrongdoor.directory.record.LocationPolicy;
import org.nowrongdoor.directory.record.Status;
import org.nowrongdoor.search.model.DerivedValues;
import org.nowrongdoor.search.model.HitService;
import org.nowrongdoor.search.model.HitTranslation;
import org.nowrongdoor.search.model.StoredService;

/** A service as hits and next steps show it in each language. */
class TranslatedServiceTest {

    private static final Map<String, HitTranslation> SPANISH = Map.of(
            "es",
            new HitTranslation(
                    "Camas.", null, null, Map.of("front desk", "recepción", "Nine counties", "Nueve condados")));

    private static StoredService stored(Map<String, HitTranslation> translations) {
        var service = new HitService(
                new UUID(0, 1),
                "House",
                Kind.SERVICE,
                Status.ACTIVE,
                null,
                "Beds.",
                List.of(
                        new HitService.PhoneNumber("612-555-0101", null, "voice", "front desk", Map.of()),
                        new HitService.PhoneNumber("612-555-0102", null, "voice", null, Map.of())),
                null,
                null,
                null,
                List.of(),
                List.of(new HitService.Area(null, "Nine counties")),
                LocationPolicy.PUBLIC,
                List.of(),
                "Ring twice.",
                null,
                List.of(),
                Map.of());
        var stated = new BeforeContactBuilder.Stated(Map.of(), null, null, List.of(), List.of(), Map.of());
        return new StoredService(
                service,
                List.of(new Disclosure("other", "A camera.", null, null, null, List.of(), Map.of(), Map.of())),
                BeforeContactBuilder.of(stated, LocalDate.of(2026, 1, 2)),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                Map.of(),
                List.of(),
                null,
                null,
                null,
                translations,
                List.of(),
                new DerivedValues());
    }

    @Test
    void whatIsTranslatedIsToldAndTheRestNamesItsLanguage() {
        var spanish = stored(SPANISH).service("es");
        assertEquals("Camas.", spanish.summary());
        assertEquals("Ring twice.", spanish.alert());
        assertEquals(Map.of("alert", "en"), spanish.textsLang());
        assertEquals("Nueve condados", spanish.areas().get(0).name());
    }

    @Test
    void englishIsTheServiceItself() {
        var stored = stored(SPANISH);
        assertSame(stored.service(), stored.service("en"));
    }

    @Test
    void aNextStepIsInTheLanguageOfTheAnswer() {
        var tone = HitPresenter.of(false, "es");
        var phones = tone.phones(stored(SPANISH));
        assertEquals("recepción", phones.get(0).description());
        assertEquals(Map.of(), phones.get(0).textsLang());
        assertEquals(Map.of(), phones.get(1).textsLang());
        assertEquals(
                Map.of("description", "en"),
                tone.phones(stored(Map.of())).get(0).textsLang());
        assertEquals(
                Map.of("text", "en"), tone.disclosures(stored(Map.of())).get(0).textsLang());
    }

    @Test
    void aWatchedScreenShowsNoneOfIt() {
        var phones = HitPresenter.of(true, "es").phones(stored(Map.of()));
        assertEquals(Map.of(), phones.get(0).textsLang());
    }
}
