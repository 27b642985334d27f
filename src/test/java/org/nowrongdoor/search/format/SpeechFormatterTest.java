package org.nowrongdoor.search.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a voice reads in place of a symbol. */
class SpeechFormatterTest {

    private static String said(String text, String lang) {
        return new SpeechFormatter(new Messages(lang)).sentence(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Call 612-555-0188, extension 4 | Call 612 555 0188, extension 4.",
                "Website https://www.thelink.example/a/b?c=d | Website thelink dot example.",
                "Write to help@thelink.example | Write to help at thelink dot example.",
                "Before you call: People come through police. Ask. | Before you call. People come through police. Ask.",
                "Ask: How old are you? | Ask. How old are you?",
                "Day One (statewide network) (regional navigator) | Day One, statewide network, regional navigator.",
                "NIJC – Counter-Trafficking Project | NIJC, Counter Trafficking Project.",
                "Bed & board, ages 18-24, $20 | Bed and board, ages 18 to 24, 20 dollars.",
                "Open 24/7; food/clothes: yes | Open 24 hours, 7 days, food or clothes, yes.",
                "18+, income <=200% of poverty | 18 and up, income up to 200 percent of poverty.",
                "Open until 10:30 PM. | Open until 10 30 PM.",
                "\"Usually full\" (2019). Ask. | Usually full, 2019. Ask.",
                "They say \"we help and we… | They say we help and we, and so on.",
                "1,250 beds | 1,250 beds.",
                "Call 1-800-799-7233 or (612) 555-0188 | Call 1 800 799 7233 or 612 555 0188.",
                "Open 2019-2021, asked on 2026-05-04 | Open 2019 to 2021, asked on 2026 05 04.",
                "See thelink.org/help or ask. | See thelink dot org or ask.",
                "Call 612.555.0188: they pick up | Call 612 555 0188, they pick up."
            })
    void englishSymbolsAreSaidInWords(String text, String speech) {
        assertEquals(speech, said(text, "en"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Pregunte: ¿Qué edad tiene? | Pregunte. ¿Qué edad tiene?",
                "Escriba a ayuda@puente.example | Escriba a ayuda arroba puente punto example.",
                "Comida/ropa, 18+ | Comida o ropa, 18 o más."
            })
    void spanishSymbolsAreSaidInWords(String text, String speech) {
        assertEquals(speech, said(text, "es"));
    }
}
