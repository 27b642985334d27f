package org.nowrongdoor.search.query;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words that say for whom help is asked, "bed for men", how old she is, or that it must cost nothing. A record that does not say whom it
 *  is for, or that it is free, says no by it as little as yes. */
final class DemographicWords {

    private static final String ENGLISH = """
            man men mens woman women womens male males female females guy guys lady ladies gentleman gentlemen boy boys girl
            girls adult adults single singles couple couples person people persons individual individuals kid kids child
            children baby babies infant infants toddler toddlers son sons daughter daughters wife husband partner spouse mom
            mother mothers dad father fathers parent parents brother sister grandmother grandfather grandma grandpa
            girlfriend boyfriend friend friends family families senior seniors elderly old older young victim victims survivor
            survivors abuse abused abusive violent violence one two three four five six""";
    private static final String SPANISH = """
            hombre hombres mujer mujeres varon varones senora senoras senor senores nino ninos nina ninas adulto adultos
            adulta adultas soltero soltera solteros solteras pareja parejas persona personas gente bebe bebes hijo hijos
            hija hijas esposa esposo marido mama madre madres papa padre padres hermano hermana abuelo abuela amiga amigo
            familia familias dos tres cuatro cinco seis mayor mayores anciano anciana ancianos victima victimas sobreviviente sobrevivientes""";
    private static final Pattern AGE =
            Pattern.compile("\\d{1,2}|\\d{1,2}(yo|yr|yrs)|yo|yr|yrs|year|years|anos|age|aged|edad");
    private static final String FREE = "free gratis gratuito gratuita gratuitos gratuitas";
    private static final Set<String> WORDS = Stream.of(ENGLISH, SPANISH, FREE)
            .flatMap(words -> Arrays.stream(words.split("\\s+")))
            .collect(Collectors.toUnmodifiableSet());

    private DemographicWords() {}

    static boolean contains(String folded) {
        return WORDS.contains(folded) || AGE.matcher(folded).matches();
    }
}
