package org.nowrongdoor.search.analysis;

import java.io.IOException;
import java.io.Reader;
import org.apache.lucene.analysis.charfilter.BaseCharFilter;

/** Leaves out marks that a tokenizer takes for letters, such as the okina of Hawaiian: people type ohana. */
public final class LetterMarkFilter extends BaseCharFilter {

    private int at;
    private int leftOut;

    /** A text without its marks. */
    public LetterMarkFilter(Reader text) {
        super(text);
    }

    static boolean isMark(char c) {
        return c == '\u02B9'
                || (c >= '\u02BB' && c <= '\u02BF')
                || c == '\u02C8'
                || c == '\u02EE'
                || c == '\uA78B'
                || c == '\uA78C';
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        while (true) {
            int count = input.read(into, offset, length);
            if (count <= 0) {
                return count;
            }
            int kept = 0;
            for (int i = 0; i < count; i++) {
                char c = into[offset + i];
                if (isMark(c)) {
                    addOffCorrectMap(at, ++leftOut);
                } else {
                    into[offset + kept++] = c;
                    at++;
                }
            }
            // None left of some is not the end.
            if (kept > 0) {
                return kept;
            }
        }
    }
}
