package org.nowrongdoor.taxonomy.recognition;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nowrongdoor.text.FoldedText;

/** Words of both languages that carry no meaning of their own in a request for help. */
public final class StopWords {

    private static final String ENGLISH = """
            a an the and or but of for to in on at by with from near nearby around me my i im we us you your he she they
            them her his it is are be was am do does did have has had need needs needed want wants looking look find get
            give help please any some someone somebody who what where when how can could would should will there here this
            that these those so if not no as up out about into than then just right now today tonight also go
            goes going gone went come came got gets getting took take takes put keep keeps cant cannot couldnt dont
            doesnt didnt wont wouldnt isnt arent wasnt havent hasnt hell shell theyll weve ive im were would might must youre theyre hes shes
            its thats whats lets let tell told say said too very really still again because while been being our their
            myself himself herself thank thanks hello hi hey""";
    private static final String SPANISH = """
            el la los las un una unos unas y o e u de del al en por para con sin cerca mi mis su sus yo tu nosotros ellos
            ellas que quien donde cuando como es son soy estoy esta este esto ese esa hay necesito necesita quiero quiere
            busco busca ayuda favor algo alguien me se lo le ya hoy noche ahora aqui no si tengo tiene
            tienen tenemos puedo puede pueden podemos ir voy va vamos fui fue he ha han hace hacer mas muy tambien pero porque
            desde hasta estos estas todo toda todos todas lugar conseguir encontrar hola gracias ayudame ayudenme ayuden nos
            les ni ser estar era eran fueron nuestra nuestro estamos estan""";
    private static final Set<String> WORDS = Stream.of(ENGLISH, SPANISH)
            .flatMap(words -> Arrays.stream(words.split("\\s+")))
            .collect(Collectors.toSet());

    private StopWords() {}

    /** The words of a text that carry meaning, folded, in their order. */
    public static List<String> without(String text) {
        return Arrays.stream(FoldedText.of(text).split(" "))
                .filter(word -> !word.isEmpty() && !contains(word))
                .toList();
    }

    /** Whether no word of a folded text carries meaning. */
    public static boolean areAll(String folded) {
        for (int from = 0; from < folded.length(); ) {
            var space = folded.indexOf(' ', from);
            var to = space < 0 ? folded.length() : space;
            if (to > from && !contains(folded.substring(from, to))) {
                return false;
            }
            from = to + 1;
        }
        return true;
    }

    static boolean contains(String folded) {
        return WORDS.contains(folded);
    }
}
