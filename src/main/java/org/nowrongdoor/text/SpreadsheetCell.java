package org.nowrongdoor.text;

/** Cells of a table that people open in a spreadsheet. */
public final class SpreadsheetCell {

    // With these a spreadsheet begins a formula; a tab or a line break before one is skipped.
    private static final String FORMULA_STARTS = "=+-@\t\r\n";

    private SpreadsheetCell() {}

    /** The text as a cell that no spreadsheet takes for a formula: with an apostrophe in front where it might.
     *  @see "OWASP, CSV Injection" */
    public static String of(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
