package org.nowrongdoor.taxonomy.language;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.nowrongdoor.text.FoldedText;

/** The names and the three-letter codes of languages: those that the JDK knows, and those of the packaged
 *  {@code taxonomy/languages.tsv}. None of it is read before someone says more than two letters. */
final class LanguageNames {

    private static final String FILE = "/taxonomy/languages.tsv";
    private static final Locale SPANISH = Locale.forLanguageTag("es");
    private static final List<Locale> TWO_LETTERS = Stream.of(Locale.getISOLanguages())
            .map(Locale::forLanguageTag)
            .distinct()
            .toList();

    private LanguageNames() {}

    /** A line of the file.
     *  @param spanish to be shown in Spanish answers; empty where the JDK has a name */
    private record Line(String code, List<String> names, String spanish) {

        static Line of(CsvRecord row) {
            return new Line(
                    row.getField(0),
                    List.of(row.getField(1).split(";", -1)),
                    row.getFieldCount() > 2 ? row.getField(2) : "");
        }
    }

    /** The code that has a name.
     *  @param folded as {@link FoldedText} folds it */
    static Optional<String> codeOf(String folded) {
        return Optional.ofNullable(Said.CODES.get(folded)).or(() -> Optional.ofNullable(SaidThere.CODES.get(folded)));
    }

    /** The shortest code of a language by the code of three letters. */
    static Optional<String> codeOfThreeLetters(String code) {
        return Optional.ofNullable(ThreeLetters.CODES.get(code));
    }

    /** The name that the file has for an answer in a language, where the JDK's is missing or not the one in use. */
    static Optional<String> listed(String code, Locale in) {
        return in.getLanguage().equals("es") ? Optional.ofNullable(Listed.SPANISH.get(code)) : Optional.empty();
    }

    /** The first name of the registry; the code where there is none. */
    static String registered(String code) {
        return Listed.REGISTERED.getOrDefault(code, code);
    }

    static Collection<String> common() {
        return Said.COMMON;
    }

    /** The file, once. */
    private static final class Listed {
        private static final List<Line> LINES = read();
        private static final Map<String, String> REGISTERED = new HashMap<>();
        private static final Map<String, String> SPANISH = new HashMap<>();

        static {
            for (var line : LINES) {
                REGISTERED.put(line.code(), line.names().get(0));
                if (!line.spanish().isEmpty()) {
                    SPANISH.put(line.code(), line.spanish());
                }
            }
        }

        private static List<Line> read() {
            return LanguageFileReader.read(FILE).stream().map(Line::of).toList();
        }
    }

    private static final class ThreeLetters {
        private static final Map<String, String> CODES = new HashMap<>();

        static {
            Listed.LINES.stream()
                    .map(Line::code)
                    .filter(code -> code.length() == 3)
                    .forEach(c -> CODES.put(c, c));
            TWO_LETTERS.forEach(language -> CODES.put(language.getISO3Language(), language.getLanguage()));
        }
    }

    /** Names in English and Spanish. Who is named first keeps a name: languages of two letters before rare ones. */
    private static final class Said {
        private static final Map<String, String> CODES = new HashMap<>();
        private static final Set<String> COMMON = new LinkedHashSet<>();

        static {
            for (var in : List.of(Locale.ENGLISH, LanguageNames.SPANISH)) {
                CODES.putAll(names(language -> language.getDisplayLanguage(in)));
                TWO_LETTERS.forEach(language -> COMMON.add(language.getDisplayLanguage(in)));
            }
            for (var line : Listed.LINES) {
                var names = new ArrayList<>(line.names());
                names.add(Locale.forLanguageTag(line.code()).getDisplayLanguage(LanguageNames.SPANISH));
                names.forEach(name -> CODES.putIfAbsent(FoldedText.of(name), line.code()));
            }
        }
    }

    /** Names in the languages themselves, apart from the others: they take half a second to gather. */
    private static final class SaidThere {
        private static final Map<String, String> CODES = names(language -> language.getDisplayLanguage(language));
    }

    private static Map<String, String> names(Function<Locale, String> namer) {
        Map<String, String> codes = new HashMap<>();
        TWO_LETTERS.forEach(language -> codes.put(FoldedText.of(namer.apply(language)), language.getLanguage()));
        return codes;
    }
}
