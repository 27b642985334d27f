package org.nowrongdoor.exchange.text;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.nowrongdoor.text.FoldedText;

/** Finds that an address line says, in English or Spanish, that the address is not told. */
public final class ConfidentialWordDetector {

    // Said of nothing else where an address stands.
    private static final List<String> CERTAIN = List.of(
            "confidential",
            "undisclosed",
            "not disclosed",
            "nondisclosed",
            "non disclosed",
            "withheld",
            "unpublished",
            "not published",
            "confidencial",
            "no divulgad",
            "no publicad",
            "no revelad",
            "call for location",
            "call for address",
            "call for the location",
            "call for the address",
            "call for directions",
            "llame para la direccion",
            "llame para obtener la direccion",
            "llame para la ubicacion",
            "llamar para la direccion",
            "llamar para ubicacion",
            "llame para direccion",
            "llame para ubicacion");

    // Said of other things too: of a street called so, of a detail that is missing.
    private static final Set<String> POSSIBLE = Set.of(
            "private",
            "privado",
            "privada",
            "secret",
            "secreto",
            "secreta",
            "secure",
            "protected",
            "protegido",
            "protegida",
            "unlisted",
            "reservado",
            "reservada",
            "oculto",
            "oculta",
            "hidden",
            "dv",
            "vd",
            "safehouse");

    // What may stand with one of them.
    private static final Set<String> WITH_THEM = Set.of(
            "n",
            "a",
            "na",
            "address",
            "location",
            "site",
            "shelter",
            "info",
            "information",
            "for",
            "safety",
            "reasons",
            "security",
            "due",
            "to",
            "the",
            "is",
            "by",
            "domestic",
            "violence",
            "program",
            "house",
            "home",
            "of",
            "upon",
            "request",
            "call",
            "please",
            "direccion",
            "ubicacion",
            "domicilio",
            "lugar",
            "sitio",
            "refugio",
            "por",
            "seguridad",
            "de",
            "la",
            "el",
            "para",
            "violencia",
            "domestica",
            "y",
            "and",
            "not",
            "applicable");

    private ConfidentialWordDetector() {}

    /** Whether an address line says so. */
    public static boolean isIn(String line) {
        var words = FoldedText.of(line);
        var padded = ' ' + words;
        if (CERTAIN.stream().anyMatch(phrase -> padded.contains(' ' + phrase))) {
            return true;
        }
        var all = Arrays.asList(words.split(" ", -1));
        return all.stream().anyMatch(POSSIBLE::contains)
                && all.stream().allMatch(word -> POSSIBLE.contains(word) || WITH_THEM.contains(word));
    }
}
