package org.nowrongdoor.directory.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.directory.record.Disclosure;
import org.nowrongdoor.directory.record.Fact;
import org.nowrongdoor.directory.record.RequiredDocument;
import org.nowrongdoor.directory.record.ServiceRecord;

/** What a record says before contact is told in the language of the answer, or with the name of its own. */
class DisclosureTranslationTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 2);

    private static Disclosure own(Map<String, Disclosure.Translation> translations) {
        return new Disclosure("other", "Police run this line.", null, null, null, List.of(), translations, Map.of());
    }

    private static Disclosure told(String lang, Disclosure disclosure) {
        return DisclosureBuilder.in(lang, List.of(disclosure)).get(0);
    }

    private static Map<String, Disclosure.Translation> inSpanish(String text) {
        return Map.of("es", new Disclosure.Translation(text));
    }

    @Test
    void aTranslationIsToldInItsLanguageAlone() {
        var disclosure = own(inSpanish("Esta línea es de la policía."));
        assertEquals("Esta línea es de la policía.", told("es", disclosure).text());
        assertEquals(Map.of(), told("es", disclosure).textsLang());
        assertEquals("Police run this line.", told("en", disclosure).text());
        assertEquals(Map.of(), told("en", disclosure).textsLang());
        assertEquals(Map.of(), told("en", disclosure).translations());
    }

    @Test
    void aTextWithoutOneNamesItsLanguage() {
        assertEquals("Police run this line.", told("es", own(Map.of())).text());
        assertEquals(Map.of("text", "en"), told("es", own(Map.of())).textsLang());
    }

    @Test
    void aSentenceOfOursIsInTheLanguageOfTheAnswer() {
        var derived = Disclosure.derived("records_kept", "Keeps records.", List.of("records_kept=yes"));
        assertEquals(Map.of(), told("es", derived).textsLang());
    }

    private static BeforeContact stated(
            String fees, List<RequiredDocument> papers, Map<String, ServiceRecord.Translation> translations) {
        return BeforeContactBuilder.of(
                new BeforeContactBuilder.Stated(Map.of(), fees, null, List.of(), papers, translations), TODAY);
    }

    private static RequiredDocument paper(String name, Map<String, RequiredDocument.Translation> translations) {
        return new RequiredDocument(new UUID(0, name.hashCode()), null, name, null, List.of(), List.of(), translations);
    }

    private static ServiceRecord.Translation fees(String text) {
        return new ServiceRecord.Translation(null, null, null, text, null, null, null, null, null);
    }

    @Test
    void theCostIsToldInTheLanguageOfTheAnswer() {
        var translated = stated("Rent is asked for.", List.of(), Map.of("es", fees("Piden renta.")));
        var spanish = BeforeContactBuilder.in("es", translated, code -> 0).cost();
        assertEquals("Piden renta.", spanish.text());
        assertEquals("Rent is asked for.", spanish.asStated());
        assertEquals(Map.of(), spanish.textsLang());
        var without = BeforeContactBuilder.in("es", stated("Rent is asked for.", List.of(), Map.of()), code -> 0);
        assertEquals(Map.of("text", "en"), without.cost().textsLang());
    }

    @Test
    void anotherLanguageNextToASentenceOfOursIsAQuotation() {
        var free = new Fact(TextNode.valueOf("free"), "free clinic", null, null, List.of());
        var stated = new BeforeContactBuilder.Stated(Map.of("fees", free), null, null, List.of(), List.of(), Map.of());
        var told = BeforeContactBuilder.of(stated, TODAY);
        assertEquals(
                "Es gratis. \"free clinic\"",
                BeforeContactBuilder.in("es", told, code -> 0).cost().text());
        assertEquals(
                told.cost().text(),
                BeforeContactBuilder.in("en", told, code -> 0).cost().text());
    }

    @Test
    void papersAreToldInOneLanguage() {
        var both = List.of(
                paper("Passport", Map.of("es", new RequiredDocument.Translation("Pasaporte"))),
                paper("Lease", Map.of("es", new RequiredDocument.Translation("Contrato de renta"))));
        var spanish = BeforeContactBuilder.in("es", stated("Free.", both, Map.of()), code -> 0);
        assertEquals(List.of("Pasaporte", "Contrato de renta"), spanish.requiredDocuments());
        assertEquals(Map.of(), spanish.textsLang());
        var one = List.of(both.get(0), paper("Lease", Map.of()));
        var mixed = BeforeContactBuilder.in("es", stated("Free.", one, Map.of()), code -> 0);
        assertEquals(List.of("Passport", "Lease"), mixed.requiredDocuments());
        assertEquals(Map.of("required_documents", "en"), mixed.textsLang());
        assertEquals(
                Map.of(),
                BeforeContactBuilder.in("en", stated("Free.", one, Map.of()), code -> 0)
                        .textsLang());
    }
}
