package org.nowrongdoor.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Texts that people read use the words of the glossary, and speak of places and help. */
class GlossaryTest {

    private static final Path GLOSSARY = Path.of("src/docs/glossary.md");
    private static final Pattern ROW = Pattern.compile("\\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\|");

    /** Words of riddles and of the house, not of people. */
    private static final List<String> NOT_ENGLISH =
            List.of("door", "doors", "somebody", "anybody", "whoever", "nobody", "e-mail", "anew");

    @Test
    void spanishTextsKeepToTheGlossary() throws IOException {
        var avoided = Files.readAllLines(GLOSSARY).stream()
                .flatMap(line -> ROW.matcher(line).results())
                .filter(row -> !row.group(1).equals("English"))
                .flatMap(row -> Arrays.stream(row.group(3).split(", ")))
                .toList();
        assertTrue(avoided.size() > 15, avoided.toString());
        assertEquals(List.of(), found(avoided, "es"));
    }

    @Test
    void englishTextsSpeakOfPlacesAndPeople() throws IOException {
        assertEquals(List.of(), found(NOT_ENGLISH, "en"));
    }

    private static List<String> found(List<String> words, String lang) throws IOException {
        var found = new ArrayList<String>();
        for (var file : ReadabilityTest.messages(lang).entrySet()) {
            for (var text : file.getValue()) {
                words.stream()
                        .filter(word -> Pattern.compile("\\b" + word + "\\b", Pattern.UNICODE_CHARACTER_CLASS)
                                .matcher(text.toLowerCase(Locale.ROOT))
                                .find())
                        .forEach(word -> found.add(file.getKey() + ": " + word + ": " + text));
            }
        }
        return found;
    }
}
