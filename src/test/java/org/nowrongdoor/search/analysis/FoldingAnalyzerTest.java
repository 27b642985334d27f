package org.nowrongdoor.search.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.custom.CustomAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.search.analysis.FoldingAnalyzer.Stem;

/** The analyzers cut and fold as the parts of the engine do that are called so; these are only slower. */
class FoldingAnalyzerTest {

    private static final String MARKS = "[\\u02B9\\u02BB-\\u02BF\\u02C8\\u02EE\\uA78B\\uA78C]";

    private static Analyzer parts(String... filters) throws IOException {
        var parts = CustomAnalyzer.builder()
                .withTokenizer("standard")
                .addCharFilter("patternReplace", "pattern", MARKS, "replacement", "");
        for (var filter : filters) {
            parts.addTokenFilter(filter);
        }
        return parts.build();
    }

    private static List<String> words(Analyzer analyzer, String text) throws IOException {
        var found = new ArrayList<String>();
        try (var words = analyzer.tokenStream("any", text)) {
            var word = words.addAttribute(CharTermAttribute.class);
            var place = words.addAttribute(OffsetAttribute.class);
            words.reset();
            while (words.incrementToken()) {
                found.add(word + "@" + place.startOffset() + "-" + place.endOffset());
            }
            words.end();
        }
        return found;
    }

    @Test
    void wordsAreThoseOfTheSlowerParts() throws IOException {
        var texts = new Random(20);
        var parts = List.of(
                "\u02BBohana",
                "O\u02BBahu",
                "\uA78Cx",
                "\u02BB",
                "women's",
                "Shelters",
                "niños",
                "acompañamiento",
                " ",
                ", ",
                "-",
                "Ñandú",
                "l\u02BCeau",
                "running",
                "it\u2019s",
                "123",
                "ＡＢ",
                "\u02BB\u02BB\u02BB",
                "vivienda",
                "\t");
        var analyzers = Map.of(
                new FoldingAnalyzer(Stem.NONE), parts("lowercase", "asciiFolding"),
                new FoldingAnalyzer(Stem.ENGLISH),
                        parts("lowercase", "asciiFolding", "englishPossessive", "porterStem"),
                new FoldingAnalyzer(Stem.SPANISH), parts("lowercase", "spanishLightStem", "asciiFolding"));
        for (int i = 0; i < 600; i++) {
            var text = new StringBuilder();
            for (int j = texts.nextInt(i % 100 == 0 ? 2_000 : 12); j >= 0; j--) {
                text.append(parts.get(texts.nextInt(parts.size())));
            }
            for (var pair : analyzers.entrySet()) {
                assertEquals(
                        words(pair.getValue(), text.toString()), words(pair.getKey(), text.toString()), text::toString);
                assertEquals(
                        pair.getValue().normalize("any", text.toString()),
                        pair.getKey().normalize("any", text.toString()));
            }
        }
    }
}
