package org.nowrongdoor.taxonomy.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nowrongdoor.taxonomy.OrganizationAliases;
import org.nowrongdoor.taxonomy.TaxonomyReader;
import org.nowrongdoor.taxonomy.TermTree;

class TermFinderTest {

    private static final TermTree TREE = TermTree.packaged();
    private static final TermFinder FINDER = new TermFinder(() -> TREE, new OrganizationAliases());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bed tonight near me | shelter.emergency",
                "narcan and a bed | substance.naloxone shelter.emergency",
                "shelter.emergency | shelter.emergency",
                "SHELTER.EMERGENCY | shelter.emergency",
                "Emergency shelter | shelter.emergency",
                "refugios | shelter.emergency",
                "dónde dormir | shelter.emergency",
                "donde dormir | shelter.emergency",
                "DV shelter | shelter.safe",
                "needle exchange | substance.ssp",
                "jeringas limpias | substance.ssp",
                "drug testing strips | substance.drug_checking",
                "bad date lists | hr.bad_date",
                "T visa | legal.tvisa",
                "STIs | health.sexual",
                "condones | hr.supplies",
                "drop-in center with showers and laundry | hr.dropin basic.hygiene basic.laundry",
                "counselling / therapy (voluntary) | mental.counselling",
                "counseling | mental.counselling",
                "rape kit | health.sane",
                "SANE exam | health.sane",
                "sane exam | health.sane",
                "ropa y comida gratis | basic.clothing basic.food",
                "Safe Harbor | case.safe_harbor_nav",
                "W-2 Wisconsin | work.training",
                "wisconsin w2 | work.training",
                "OFP | legal.protective_order",
                "MAT | substance.moud",
                "W2 program | work.training",
                "someone to talk to | hotline.warmline",
                "shelter | shelter.emergency",
                "works and rigs | substance.ssp",
                "I have no papers and need a lawyer | legal"
            })
    void peoplesWordsAreUnderstood(String text, String codes) {
        assertEquals(List.of(codes.split(" ")), codes(text));
    }

    @ParameterizedTest
    @CsvSource({
        "bed tonihgt, shelter.emergency",
        "neddle exchange, substance.ssp",
        "naloxne, substance.naloxone",
        "vacatr, legal.vacatur",
        "laundary, basic.laundry"
    })
    void oneSlipIsForgivenFromFiveLettersOn(String text, String code) {
        assertEquals(List.of(code), codes(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CP",
                "CP help",
                "HT",
                "SA",
                "RN",
                "T",
                "E",
                "t",
                "W2",
                "W2 tax form",
                "what date is it",
                "drug testing",
                "drug test for work clothes no",
                "RN license",
                "yoga mat",
                "PO box 12",
                "le pido ayuda",
                "am I sane",
                "Sacramento SANE",
                "safe harbor act",
                "cancer",
                "refuse",
                "see me later",
                "rental",
                "my name is John",
                "SOAR disability",
                "pride parade",
                "ssq",
                "nacran",
                "\uD83D",
                "🙂",
                ""
            })
    void whatMeansSomethingElseIsNotTakenForANeed(String text) {
        var notNeeds = FINDER.understand(text, "en").needs().stream()
                .map(RecognitionResult.Need::code)
                .filter(code ->
                        !List.of("work", "basic.clothing", "substance.naloxone").contains(code))
                .toList();
        assertEquals(List.of(), notNeeds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CP", "HT", "SA", "what date is it", "SOAR disability", "pride parade", "LE pido"})
    void whatMeansSomethingElseIsNeitherASituationNorAnOrganisation(String text) {
        var understood = FINDER.understand(text.equals("LE pido") ? "le pido" : text, "en");
        assertTrue(understood.isNothing(), understood::toString);
    }

    @Test
    void twoLettersAreUnderstoodBesideTheirOwnWords() {
        assertEquals(
                List.of("sit.survivor.ht"),
                FINDER.understand("HT survivor", "en").situations().stream()
                        .map(RecognitionResult.LivedSituation::code)
                        .toList());
        assertTrue(FINDER.understand("HT hormones", "en").situations().isEmpty());
        assertEquals(List.of("legal.id_docs"), codes("lost my ID"));
        assertEquals(List.of("shelter.emergency"), codes("shelter, no ID"));
    }

    @Test
    void whatIsAskedAboutIsKnownAndNeverAWordThatHurts() {
        for (var rule : TaxonomyReader.collisions()) {
            rule.means().forEach(code -> assertTrue(TREE.find(code).isPresent(), code));
            if (!rule.means().isEmpty()) {
                assertTrue(FINDER.mayComeBack(rule.form()), rule.form());
                assertEquals(
                        List.of(new RecognitionResult.Unclear(rule.form(), rule.means())),
                        FINDER.understand(rule.form(), "en").unclear());
            }
        }
        assertFalse(FINDER.mayComeBack("John"));
        assertFalse(FINDER.mayComeBack("hobbyists"));
        assertTrue(FINDER.mayComeBack("zebra"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"hooker", "Hookers", "prostitute", "prostitución? no: prostitution", "the life", "prostitue"})
    void wordsThatHurtAreUnderstoodAndNeverGivenBack(String text) {
        var understood = FINDER.understand(text, "en");
        assertEquals(1, understood.situations().size());
        assertNull(understood.situations().get(0).from());
        assertFalse(
                understood.situations().get(0).label().toLowerCase(Locale.ROOT).contains("prostitut"));
    }

    @Test
    void noLabelAndNoSuggestionHoldsAWordThatHurts() {
        var suggestions = new NeedSuggester(FINDER);
        for (var row : TaxonomyReader.forms()) {
            for (var form : row.forms().stream().filter(row::isInputOnly).toList()) {
                for (var found : suggestions.suggest(form, "en", 10)) {
                    assertFalse(found.text().equalsIgnoreCase(form), form);
                }
                for (var term : TREE.list()) {
                    assertFalse(
                            term.synonyms().stream()
                                    .anyMatch(known -> known.form().equals(form)),
                            form);
                }
            }
        }
    }

    @Test
    void aNoteMayNameTheOneWordOfItsLineThatIsNotShown() {
        assertNull(FINDER.understand("welfare", "en").needs().get(0).from());
        assertEquals("SNAP", FINDER.understand("SNAP", "en").needs().get(0).from());
        assertEquals("food", FINDER.understand("food", "en").needs().get(0).from());
        var former = FINDER.understand("Helping Individual Prostitutes Survive", "en");
        assertEquals("org.hips", former.aliases().get(0).code());
        assertNull(former.aliases().get(0).from());
    }

    @Test
    void aSearchersOwnWordIsKeptWhereItIsTheirs() {
        var understood = FINDER.understand("sex worker needs a bed", "en");
        assertEquals("sex worker", understood.situations().get(0).from());
        assertEquals(List.of("shelter.emergency"), codes("sex worker needs a bed"));
    }

    @Test
    void aSituationNamesTheNeedsThatGoWithIt() {
        var lived = FINDER.understand("violencia doméstica", "es").situations().get(0);
        assertEquals("sit.survivor.dv", lived.code());
        assertEquals("Sobreviviente de violencia doméstica", lived.label());
        assertTrue(lived.related().contains("shelter.safe"));
    }

    @Test
    void everySituationOfTheSynonymsIsReviewedAndNamesKnownNeeds() {
        var known = TaxonomyReader.situations();
        for (var row : TaxonomyReader.forms()) {
            if (row.isSituation()) {
                assertTrue(known.stream().anyMatch(situation -> situation.code().equals(row.code())), row.code());
            } else if (!row.isOrganisation()) {
                assertTrue(TREE.find(row.code()).isPresent(), row.code());
            }
        }
        known.forEach(situation ->
                situation.related().forEach(code -> assertTrue(TREE.find(code).isPresent(), code)));
    }

    @Test
    void anOrganisationIsFoundByItsOtherNames() {
        var alias = FINDER.understand("Legal Actions WI", "en").aliases().get(0);
        assertTrue(alias.names().contains("Legal Action of Wisconsin"));
        assertEquals(
                "org.unodc", FINDER.understand("unodc", "en").aliases().get(0).code());
    }

    @Test
    void theRestHoldsOnlyWordsThatMeanSomething() {
        var understood = FINDER.understand("I need a bed near Lake Street tonight", "en");
        assertEquals(List.of("Lake", "Street"), understood.rest());
        assertEquals(
                List.of("bed"),
                understood.needs().stream().map(RecognitionResult.Need::from).toList());
    }

    @Test
    void severalNeedsComeInTheOrderAskedAndOnceEach() {
        var understood = FINDER.understand(List.of("naloxone", "bed", "Narcan", "ghosts"), "es");
        assertEquals(
                List.of("Naloxona", "Refugio de emergencia"),
                understood.needs().stream().map(RecognitionResult.Need::label).toList());
        assertEquals(List.of("ghosts"), understood.rest());
    }

    @Test
    void aNeedMayBeACodeWithoutADot() {
        assertEquals(
                List.of("shelter"),
                FINDER.understand(List.of("shelter"), "en").needs().stream()
                        .map(RecognitionResult.Need::code)
                        .toList());
    }

    @Test
    void anUnknownCodeHasNearMisses() {
        assertEquals(List.of("shelter.emergency"), FINDER.nearMisses("shelter.emergancy"));
        assertTrue(FINDER.nearMisses("dental").contains("health.dental"));
        assertEquals(List.of(), FINDER.nearMisses("qqqqqqqq"));
    }

    private static List<String> codes(String text) {
        return FINDER.understand(text, "en").needs().stream()
                .map(RecognitionResult.Need::code)
                .toList();
    }
}
