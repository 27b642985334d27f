package org.nowrongdoor.search.query;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words that say nothing next to a need: "resources for strippers", "programas de vivienda". A record that does not use
 *  them is no worse for it. */
final class FillerWords {

    private static final String ENGLISH = """
            resource resources service services support supports program programs programme programmes assistance
            information info option options provider providers organization organizations organisation organisations
            group groups agency agencies community communities local available site sites call calls number numbers helps
            helping helper says tells asks letting happen happened happening speak speaks speaking speaker speakers without question questions asked insurance insured uninsured anyone anybody anywhere somewhere something everything nothing meet meeting leave leaves
            leaving left stay stays staying turn turns know knows knowing feel feels feeling live lives living keep keeps
            keeping start starts starting try tries trying tried talk talks talking way ways place places person people
            really please asap open opens hours urgent urgently kind kinds able anymore every always never ever soon cheap low cost""";
    private static final String SPANISH = """
            recurso recursos servicio servicios apoyo apoyos programa programas asistencia informacion opcion opciones
            organizacion organizaciones grupo grupos agencia agencias comunidad comunidades disponible disponibles llamo
            llamar llame numero numeros telefono nadie nada hablo habla hablan hable sin pregunta preguntas seguro dejar
            irme salir salirme quedarme saber conozco vivo vive vivimos siento urgente urgentemente bajos bajo ingresos
            barato barata dinero manera siempre nunca abierto abierta abiertos horario""";
    private static final Set<String> WORDS = Stream.of(ENGLISH, SPANISH)
            .flatMap(words -> Arrays.stream(words.split("\\s+")))
            .collect(Collectors.toUnmodifiableSet());

    private FillerWords() {}

    static boolean contains(String folded) {
        return WORDS.contains(folded);
    }
}
