package org.nowrongdoor.search.query;

import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nowrongdoor.taxonomy.recognition.RecognitionResult;
import org.nowrongdoor.text.FoldedText;

/** Words that stand next to the name of an organisation that is meant: "phone number of Breaking Free in Minnesota". In "i
 *  am breaking free from him" the same words are no name. */
final class NameLineWords {

    private static final String ENGLISH = """
            the in at near for of by from and or is open now tonight today please phone number hours address website
            contact call text line hotline info information services service program programs location""";
    private static final String SPANISH = """
            el la los las en cerca de del para por y o es esta abierto abierta ahora hoy favor telefono numero horario
            direccion contacto llamar servicios servicio programa programas""";
    private static final Set<String> WORDS = Stream.of(ENGLISH, SPANISH)
            .flatMap(words -> Arrays.stream(words.split("\\s+")))
            .collect(Collectors.toUnmodifiableSet());

    private NameLineWords() {}

    /** Whether a line without its names and places says nothing else than that and what is needed. */
    static boolean areAll(String line, RecognitionResult understood) {
        var read = Stream.concat(
                        understood.needs().stream().map(RecognitionResult.Need::from),
                        understood.situations().stream().map(RecognitionResult.LivedSituation::from))
                .filter(Objects::nonNull)
                .flatMap(NameLineWords::words)
                .collect(Collectors.toUnmodifiableSet());
        return words(line).allMatch(word -> word.isEmpty() || read.contains(word) || WORDS.contains(word));
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(FoldedText.of(text).split(" ", -1));
    }
}
