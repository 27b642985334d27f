package org.nowrongdoor.search.understanding;

/** A name in its line.
 *  @param from the first word, with north or downtown before the name
 *  @param first the first word of the name
 *  @param to the one after its last word
 *  @param key the name as the gazetteer spells it */
record NameContext(TokenizedText line, int from, int first, int to, String key) {

    ContextReader.Evidence evidence() {
        return ContextReader.evidence(line, from);
    }

    String typed() {
        return line.typed(from, to);
    }

    /** The words of the name after the first. */
    int moreWords() {
        return to - first - 1;
    }
}
