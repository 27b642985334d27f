package org.nowrongdoor.search;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Cuts a query into the words worth looking for. */
final class SmallWords {

    /** What people say around what they need, in English and Spanish. */
    private static final Set<String> SMALL = new HashSet<>(Arrays.asList(
            ("a an and any are as at be but by can could do does for from get give go had has have help helps how i"
                            + " if im in into is it its just know let like looking me my near nearby need needs now of on or"
                            + " our out please see she should so some somebody someone something that the their them then there"
                            + " they this to up us want was we what when where which who will with would you your find finding"
                            + " place places around here open close closest tonight today service services"
                            + " al algo alguien aqui ayuda ayudar busco cerca como con cual de del desde donde el en es esta"
                            + " este estoy hay la las lo los me mi mis necesito no nos o para pero por puedo que quien quiero se"
                            + " si sin sobre soy su sus tengo un una unas unos y ya yo hoy noche servicio servicios")
                    .split(" ")));

    private SmallWords() {}

    /** The content words, folded, in their order. */
    static List<String> without(String text) {
        var words = Arrays.stream(NameKey.words(text).split(" ")).filter(w -> !w.isEmpty()).toList();
        return words.stream().filter(word -> !SMALL.contains(word)).toList();
    }
}
