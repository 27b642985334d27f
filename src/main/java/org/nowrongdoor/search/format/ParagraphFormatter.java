package org.nowrongdoor.search.format;

import java.util.regex.Pattern;
import org.nowrongdoor.text.TextCleaner;

/** Wraps text as a terminal has it. */
public final class ParagraphFormatter {

    /** How wide a line is. */
    public static final int COLUMNS = 80;

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private ParagraphFormatter() {}

    /** The lines of a paragraph; what follows the first stands under its text.
     *  @param lead what stands before the text, such as a number */
    static String wrapped(String lead, String text) {
        var lines = new StringBuilder();
        var hang = " ".repeat(lead.length());
        var line = new StringBuilder(lead);
        var isFresh = true;
        for (var word : SPACES.split(TextCleaner.printable(text).strip(), -1)) {
            if (!isFresh && line.length() + 1 + word.length() > COLUMNS) {
                lines.append(line).append('\n');
                line = new StringBuilder(hang);
                isFresh = true;
            }
            line.append(isFresh ? "" : " ").append(word);
            isFresh = false;
        }
        return lines.append(line).toString();
    }
}
