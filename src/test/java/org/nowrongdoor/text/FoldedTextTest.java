package org.nowrongdoor.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        Đặng | dang
        Łódź | lodz
        Søren | soren
        Straße | strasse
        STRAẞE | strasse
        Ærø | aero
        Þórður | thordur
        Peñasco | penasco
        ʻOhana | ohana
        ʼEwa | ewa
        Haʾifa ʿAyn | haifa ayn
        O’Fallon | ofallon
        ﬁne | fine
        Москва | москва
        H₂O 24/7 | h o 24 7
        … | ""
        """)
    void textsThatReadAlikeAreFoldedAlike(String text, String folded) {
        assertEquals(folded, FoldedText.of(text));
    }
}
