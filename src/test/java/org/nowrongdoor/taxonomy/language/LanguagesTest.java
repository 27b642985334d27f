package org.nowrongdoor.taxonomy.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nowrongdoor.problem.NearestName;

class LanguagesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mixteco | mix",
                "Mixtec | mix",
                "Mixteco Bajo | mix",
                "Mixteco Alto (Oaxaca) | mix",
                "Triqui | trc",
                "Trique | trc",
                "Triqui de Copala | trc",
                "Triqui Baja | trc",
                "Chin | cnh",
                "Chin Hakha | cnh",
                "Hakha Chin | cnh",
                "Burmese (Chin) | my",
                "Falam | cfm",
                "Zomi | ctd",
                "Tedim | ctd",
                "Zotung | czt",
                "Karenni | kyu",
                "Tarasco | tsz",
                "Otomi | oto",
                "Otomí | oto",
                "Akateko | knj",
                "Q'eqchi' | kek",
                "Amuzgo | amu",
                "Chinanteco | cpa",
                "Zapoteco del Valle | zap",
                "Chatino | ctp"
            })
    void languagesOfFarmTownsAndCampsAreReadAsServicesWriteThem(String said, String code) {
        assertEquals(List.of(code), Languages.codesOf(said));
    }

    @ParameterizedTest
    @CsvSource({"mix, Mixtec", "trc, Triqui", "kek, Kekchí"})
    void aFamilyIsShownByItsOwnName(String code, String name) {
        assertEquals(name, Languages.name(code, Locale.ENGLISH));
    }

    @ParameterizedTest
    @CsvSource({
        "es, es",
        "ES, es",
        "spa, es",
        "es-MX, es",
        "es_419, es",
        "Spanish, es",
        "spanish, es",
        "español, es",
        "ESPANOL, es",
        "castellano, es",
        "inglés, en",
        "ingles, en",
        "zh-Hant-TW, zh",
        "中文, zh",
        "chino, zh",
        "Soomaali, so",
        "Hmong, hmn",
        "hmn, hmn",
        "fre, fr",
        "fra, fr",
        "iw, he",
        "ase, ase",
        "sgn-ase, ase",
        "American Sign Language, ase",
        "asl, ase",
        "lengua de senas americana, ase",
        "mam, mam",
        "quiché, quc",
        "K’iche’, quc",
        "kanjobal, kjb",
        "Dari, prs",
        "Farsi, fa",
        "' Haitian Creole ', ht"
    })
    void aLanguageHasOneCodeHoweverItIsSaid(String said, String code) {
        assertEquals(Optional.of(code), Languages.codeOf(said));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Spanish/English | es en",
                "English, Spanish; Hmong | en es hmn",
                "Spanish and English | es en",
                "español e inglés | es en",
                "Spanish & Somali | es so",
                "Chinese (Simplified) | zh",
                "Chinese - Traditional | zh",
                "Portuguese (Brazil) | pt",
                "French Canadian | fr",
                "Gaelic – Irish | ga",
                "Creole | ht",
                "Cape Verdean | kea",
                "Laotian | lo",
                "Cambodian | km",
                "Ojibwe | oj",
                "Anishinaabemowin | oj",
                "Kurmanji | kmr",
                "Sign Language | ase",
                "Fulani | ff",
                "Hakka | hak",
                "Azeri | az",
                "Assyrian | aii",
                "Chaldean | cld",
                "Arabic (Iraqi) | ar",
                "Kurdish - Sorani | ckb",
                "American Sign Language (ASL) | ase"
            })
    void namesAsServicesWriteThemAreReadEachByItself(String said, String codes) {
        assertEquals(List.of(codes.split(" ", -1)), Languages.codesOf(said));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Spanish/Xyzzy",
                "interpreters available",
                "over 200 languages",
                "/",
                "()",
                "Spanish,,English",
                ""
            })
    void aListWithAPartThatIsNoLanguageIsNotRead(String said) {
        assertEquals(List.of(), Languages.codesOf(said));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"xx", "qqq", "xyzzy", "", " ", "und", "mul", "zxx", "es-", "es es", "🏠", "-", "spanish,english"
            })
    void whatIsNoLanguageHasNone(String said) {
        assertEquals(Optional.empty(), Languages.codeOf(said));
    }

    @Test
    void nothingAndFarTooMuchHaveNone() {
        assertEquals(Optional.empty(), Languages.codeOf(null));
        assertEquals(Optional.empty(), Languages.codeOf("es-" + "a".repeat(10_000)));
    }

    @ParameterizedTest
    @CsvSource({
        "es, en, Spanish",
        "es, es, español",
        "ase, en, American Sign Language",
        "ase, es, lengua de señas americana",
        "hmn, es, hmong",
        "kjb, en, Q'anjob'al",
        "kjb, es, Q'anjob'al"
    })
    void aLanguageIsShownByItsName(String code, String in, String name) {
        assertEquals(name, Languages.name(code, Locale.forLanguageTag(in)));
    }

    @Test
    void everyLanguageOfTwoLettersIsFoundByTheNameItIsShownBy() {
        for (var code : Locale.getISOLanguages()) {
            var language = Locale.forLanguageTag(code).getLanguage();
            for (var in : new String[] {"en", "es"}) {
                var name = Languages.name(language, Locale.forLanguageTag(in));
                assertTrue(Languages.codeOf(name).isPresent(), name);
            }
        }
    }

    @Test
    void aSlipComesNearTheNameThatWasMeant() {
        assertEquals(Optional.of("Spanish"), NearestName.nearest("spansh", Languages.commonNames()));
    }
}
