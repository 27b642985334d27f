package org.nowrongdoor.search.understanding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Lines that were judged before they were read: which place each names, and how sure that is. */
class JudgedLinesTest {

    private record Judged(String lang, String line, List<String> places, boolean isSure) {

        boolean namesPlace() {
            return !places.contains("-");
        }
    }

    /** How often a reading was right. */
    private static final class Score {
        private final List<String> faults = new ArrayList<>();
        private int places;
        private int read;
        private int lines;
        private int wronglySure;
        private int wronglyLikely;

        void add(Judged judged) {
            lines++;
            var read = LinesForTests.READER.read(judged.line());
            var id = read.place().map(place -> place.place().region().id()).orElse("-");
            var isSure = read.place().map(LineReading.ReadPlace::isSure).orElse(false);
            var isRight = judged.places().contains(id);
            places += judged.namesPlace() ? 1 : 0;
            this.read += judged.namesPlace() && isRight ? 1 : 0;
            if (!id.equals("-") && !isRight) {
                wronglyLikely++;
            }
            if (isSure && (!isRight || !judged.isSure())) {
                wronglySure++;
            }
            if (!isRight || isSure != judged.isSure()) {
                faults.add(judged.line() + " -> " + id + (isSure ? " (sure)" : "") + ", judged " + judged.places());
            }
        }

        @Override
        public String toString() {
            return lines + " lines, places read " + read + " of " + places + ", wrongly sure " + wronglySure
                    + ", wrongly likely " + wronglyLikely
                    + faults.stream().reduce("", (all, one) -> all + "\n  " + one);
        }
    }

    @Test
    void placesAreReadInEnglishAndSpanish() throws IOException {
        for (var lang : List.of("en", "es")) {
            var score = new Score();
            judged().stream().filter(line -> line.lang().equals(lang)).forEach(score::add);
            System.getLogger("relevance").log(System.Logger.Level.INFO, lang + ": " + score);
            assertTrue(score.lines >= 50, lang);
            assertEquals(0, score.wronglySure, score::toString);
            assertTrue(score.read >= 0.95 * score.places, score::toString);
            assertTrue(score.wronglyLikely <= 0.02 * score.lines, score::toString);
        }
    }

    private static List<Judged> judged() throws IOException {
        var file = Objects.requireNonNull(JudgedLinesTest.class.getResourceAsStream("/search/sentences.txt"));
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\\|", -1))
                    .map(cells -> new Judged(
                            cells[0].strip(),
                            cells[1].strip(),
                            List.of(cells[2].strip().split(" ", -1)),
                            cells[3].strip().equals("yes")))
                    .toList();
        }
    }
}
