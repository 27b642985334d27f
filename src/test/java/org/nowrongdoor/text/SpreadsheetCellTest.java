package org.nowrongdoor.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetCellTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1 612 555 0100", "-2", "@SUM(A1)", "\t=1", "\r=1"})
    void whatMayBeAFormulaGetsAnApostrophe(String text) {
        assertEquals("'" + text, SpreadsheetCell.of(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Harbor Light", "a=b", "612-555-0100", "'quoted'"})
    void otherTextStaysAsItIs(String text) {
        assertEquals(text, SpreadsheetCell.of(text));
    }
}
