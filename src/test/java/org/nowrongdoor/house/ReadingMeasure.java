package org.nowrongdoor.house;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How hard a text is to read: sentences, words and syllables, and the two usual formulas over them. */
record ReadingMeasure(long sentences, long words, long syllables) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d+(?:,choice,1#([^|]*)[^}]*}[^}]*)?}");
    private static final Pattern SENTENCE_END = Pattern.compile("[.?!…]+(?=\\s|[\"”)]|$)");
    private static final Pattern WORD = Pattern.compile("[\\p{L}][\\p{L}'’]*");
    private static final Pattern ENGLISH_NUCLEUS = Pattern.compile("[aeiouy]+");
    private static final Pattern SPANISH_NUCLEUS = Pattern.compile("[aeiouáéíóúü]+y?\\b|[aeiouáéíóúü]+|\\by\\b");

    /** The measure of a text, its placeholders left out: they stand for names, numbers and quotes. */
    static ReadingMeasure of(String text, Locale locale) {
        var measure = new ReadingMeasure(0, 0, 0);
        for (var sentence : sentences(text)) {
            measure = measure.plus(new ReadingMeasure(
                    1,
                    words(sentence).count(),
                    words(sentence)
                            .mapToLong(word -> "es".equals(locale.getLanguage()) ? spanish(word) : english(word))
                            .sum()));
        }
        return measure;
    }

    static List<String> sentences(String text) {
        return SENTENCE_END
                .splitAsStream(PLACEHOLDER.matcher(text).replaceAll("$1"))
                .filter(sentence -> words(sentence).findAny().isPresent())
                .map(String::strip)
                .toList();
    }

    static Stream<String> words(String sentence) {
        return WORD.matcher(sentence).results().map(match -> match.group().toLowerCase(Locale.ROOT));
    }

    ReadingMeasure plus(ReadingMeasure other) {
        return new ReadingMeasure(sentences + other.sentences, words + other.words, syllables + other.syllables);
    }

    /** Flesch-Kincaid grade level, for English. */
    double grade() {
        return 0.39 * words / sentences + 11.8 * syllables / words - 15.59;
    }

    /** INFLESZ (Barrio-Cantalejo 2008, on Szigriszt's formula), for Spanish: 65 and more is easy. */
    double inflesz() {
        return 206.835 - 62.3 * syllables / words - (double) words / sentences;
    }

    private static long english(String word) {
        var letters = word.replaceAll("['’]s?$", "").replaceAll("[^a-z]", "");
        // A final e is silent, and so is that of a past tense or a plural, but for those after t, d or a hiss.
        var heard = letters.replaceAll("(?<=[^aeiouyl])e$|(?<=[aeiouy]l)e$|(?<=[^aeioutd])e(?=d$)", "")
                .replaceAll("(?<=[^aeiouscgzxh])e(?=s$)", "");
        return Math.max(1, ENGLISH_NUCLEUS.matcher(heard).results().count());
    }

    /** Each strong vowel is a syllable of its own, a weak one only where it stands without a strong one. */
    private static long spanish(String word) {
        return Math.max(
                1,
                SPANISH_NUCLEUS
                        .matcher(word)
                        .results()
                        .mapToLong(group -> Math.max(
                                1,
                                group.group()
                                        .chars()
                                        .filter(vowel -> "aeoáéóíú".indexOf(vowel) >= 0)
                                        .count()))
                        .sum());
    }
}
