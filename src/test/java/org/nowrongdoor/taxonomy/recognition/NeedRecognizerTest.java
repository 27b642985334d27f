package org.nowrongdoor.taxonomy.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nowrongdoor.taxonomy.OrganizationAliases;
import org.nowrongdoor.taxonomy.TermTree;

/** What people say when something is needed, without a word of a directory. */
class NeedRecognizerTest {

    private static final TermTree TREE = TermTree.packaged();
    private static final TermFinder FINDER = new TermFinder(() -> TREE, new OrganizationAliases());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bath | basic.hygiene",
                "bathe | basic.hygiene",
                "I need to take a bath | basic.hygiene",
                "bathroom | basic.hygiene",
                "bed and bath | shelter.emergency basic.hygiene",
                "showers | basic.hygiene",
                "diapers | basic.hygiene",
                "diaper bank | basic.hygiene",
                "thirsty | basic.water",
                "I'm so thirsty | basic.water",
                "couch surfing | shelter.emergency",
                "I've been couchsurfing | shelter.emergency",
                "sleeping in my car | shelter.emergency",
                "sleep in car | shelter.emergency",
                "we are living in our car | shelter.emergency",
                "sleeping outside | shelter.emergency",
                "living in a tent | shelter.emergency",
                "cold | shelter.emergency",
                "I am freezing | shelter.emergency",
                "caught a cold | health.medical",
                "formula | basic.food",
                "baby formula and diapers | basic.food basic.hygiene",
                "starving | basic.food",
                "soup kitchen | basic.food",
                "WIC | case.benefits",
                "wic office | case.benefits",
                "SSI | case.benefits",
                "deported | legal.immigration",
                "they want to deport me | legal.immigration",
                "ICE raid | legal.immigration",
                "warrant | legal.representation",
                "I have a bench warrant | legal.representation",
                "court date | legal.representation",
                "probation | legal.representation",
                "evicted | legal",
                "my landlord locked me out | legal",
                "can't pay rent | work.financial",
                "electric bill | work.financial",
                "lost my job | work",
                "laid off | work",
                "blankets | basic.clothing",
                "warm socks | basic.clothing",
                "bus fare | access.transport",
                "stranded | access.transport",
                "I need my meds | health.medical",
                "fever | health.medical",
                "chlamydia | health.sti_test",
                "depressed | mental.counselling",
                "panic and anxiety | mental.counselling",
                "hearing voices | mental.crisis",
                "lonely | hotline.warmline",
                "relapsed | substance.treatment",
                "meth | substance.treatment",
                "cold turkey | substance.detox",
                "AA meeting | peer.group",
                "scared | hr.safety_planning",
                "in danger | hr.safety_planning",
                "I want to leave my husband | shelter.safe",
                "blackmailing me | hr.digital",
                "they took my kids | legal.custody",
                "I got robbed | legal.victim_rights",
                "affordable housing | shelter.longterm",
                "learn English | edu",
                "foster care | youth"
            })
    void wordsOfEveryDayAreNeeds(String text, String codes) {
        assertEquals(List.of(codes.split(" ", -1)), codes(text), text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "necesito un baño | basic.hygiene",
                "bañarme | basic.hygiene",
                "pañales | basic.hygiene",
                "tengo sed | basic.water",
                "tengo hambre | basic.food",
                "no hay nada que comer | basic.food",
                "fórmula para bebé | basic.food",
                "duermo en mi carro | shelter.emergency",
                "vivo en la calle | shelter.emergency",
                "tengo frío | shelter.emergency",
                "cobijas | basic.clothing",
                "me van a deportar | legal.immigration",
                "redada | legal.immigration",
                "orden de arresto | legal.representation",
                "fianza | legal.representation",
                "me desalojaron | legal",
                "pagar la renta | work.financial",
                "no tengo dinero | work.financial",
                "perdí mi trabajo | work",
                "estoy enferma | health.medical",
                "medicinas | health.medical",
                "ansiedad | mental.counselling",
                "me siento sola | hotline.warmline",
                "recaída | substance.treatment",
                "tengo miedo | hr.safety_planning",
                "dejar a mi marido | shelter.safe",
                "me robaron | legal.victim_rights",
                "no hablo inglés | access.interpret",
                "pasaje | access.transport",
                "seguro médico | case.benefits"
            })
    void wordsOfEveryDayAreNeedsInSpanish(String text, String codes) {
        assertEquals(List.of(codes.split(" ", -1)), codes(text), text);
    }

    @ParameterizedTest
    @CsvSource({
        "thirty people, basic.water",
        "he reported me, legal.immigration",
        "the warranty of my phone, legal.representation",
        "I never did, health.medical",
        "fewer, health.medical",
        "it was rough, health.medical",
        "upper, basic.food",
        "starting today, basic.food",
        "a winner, basic.food",
        "cama para hombre, basic.food",
        "cold call, shelter.emergency",
        "ice cream, legal.immigration",
        "brief, mental.counselling",
        "lovely, hotline.warmline",
        "shared, hr.safety_planning",
        "hills, work.financial",
        "la cocina, substance",
        "en el camino, access.transport",
        "report, legal.immigration",
        "medio, health.medical",
        "the pills, work.financial",
        "boats, basic.clothing",
        "lic, health.medical",
        "get rid of it, access.transport"
    })
    void otherWordsAreNot(String text, String code) {
        assertFalse(codes(text).contains(code), () -> text + " -> " + codes(text));
    }

    @ParameterizedTest
    @CsvSource({"ICE, legal.immigration"})
    void whatMayMeanSomethingElseIsAskedAbout(String text, String code) {
        var understood = FINDER.understand(text, "en");
        assertTrue(understood.needs().isEmpty());
        assertEquals(List.of(code), understood.unclear().get(0).codes());
    }

    private static List<String> codes(String text) {
        return FINDER.understand(text, "en").needs().stream()
                .map(RecognitionResult.Need::code)
                .toList();
    }
}
