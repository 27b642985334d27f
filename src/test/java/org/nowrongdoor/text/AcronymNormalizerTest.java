package org.nowrongdoor.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcronymNormalizerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "S.A.N.E. | SANE",
                "S.A.N.E | SANE",
                "s.a.f.e | safe",
                "y.w.c.a. | ywca",
                "the Y.W.C.A. shelter | the YWCA shelter",
                "Washington, D.C | Washington, DC",
                "U.S.A. | USA",
                "A. Smith | A. Smith",
                "J.Smith | J.Smith",
                "St.Paul | St.Paul",
                "e.g. beds | eg beds",
                "p.m | pm",
                "example.org | example.org",
                "3.5 | 3.5",
                "ends here. A bed | ends here. A bed"
            })
    void lettersWithDotsBetweenThemAreOneWord(String typed, String joined) {
        assertEquals(joined, AcronymNormalizer.joined(typed));
    }
}
