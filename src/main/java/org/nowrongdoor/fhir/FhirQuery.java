package org.nowrongdoor.fhir;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.nowrongdoor.directory.query.NameMatch;
import org.nowrongdoor.http.parameter.ParameterProblems;
import org.nowrongdoor.problem.NearestName;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;
import org.nowrongdoor.problem.QuotedValue;

/** What a FHIR search asks for, from the URL or from a form; each name once, and none that is not known. */
final class FhirQuery {

    /** Names that every search takes. */
    static final List<String> EVERYWHERE = List.of("_id", "_count", "_after", "_format");

    // 20 and 100: what a screen shows, and what HAPI's own servers give at most by default within an order.
    private static final int DEFAULT_COUNT = 20;
    private static final int MOST = 100;
    private static final int LONGEST = 500;

    private static final String URN = "urn:uuid:";
    private static final UUID NOBODY = new UUID(0, 0);

    private final TreeMap<String, String> values = new TreeMap<>();

    private FhirQuery() {}

    /** Reads what was given.
     *  @throws ProblemException UNKNOWN_FIELD or INVALID_PARAMETER */
    static FhirQuery of(MultivaluedMap<String, String> given, Collection<String> known) {
        var asked = new FhirQuery();
        given.forEach((name, texts) -> {
            if (!known.contains(name) && !EVERYWHERE.contains(name)) {
                throw ProblemException.of(
                        ProblemKind.UNKNOWN_FIELD,
                        QuotedValue.of(name) + " is not a parameter here" + NearestName.hint(name, List.copyOf(known)));
            }
            if (texts.size() != 1 || texts.get(0).length() > LONGEST) {
                throw ParameterProblems.parameter(name, name + " takes one value of at most " + LONGEST + " letters");
            }
            asked.values.put(name, texts.get(0));
        });
        asked.format();
        return asked;
    }

    private void format() {
        text("_format")
                .filter(format -> !List.of("json", "application/json", FhirJsonBuilder.MEDIA_TYPE)
                        .contains(format.replace(' ', '+')))
                .ifPresent(format -> {
                    throw ProblemException.of(
                            ProblemKind.NOT_ACCEPTABLE, "_format must be json, was " + QuotedValue.of(format));
                });
    }

    /** Everything that was asked, by name, but for where the page begins. */
    SortedMap<String, String> values() {
        var all = new TreeMap<>(values);
        all.remove("_after");
        return all;
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** How many a page holds; 0 asks for the total alone. */
    int count() {
        return text("_count").map(text -> whole("_count", text)).orElse(DEFAULT_COUNT);
    }

    private static int whole(String name, String text) {
        if (text.matches("\\d{1,3}") && Integer.parseInt(text) <= MOST) {
            return Integer.parseInt(text);
        }
        throw ParameterProblems.value(name, "a whole number from 0 to " + MOST, text);
    }

    /** An id; one that cannot be ours is of nothing. */
    Optional<UUID> id() {
        return text("_id").map(FhirQuery::uuid);
    }

    /** What a reference points to.
     *  @param type the type of resource it must point to, which may be left out */
    Optional<String> reference(String name, String type) {
        return text(name).map(text -> {
            var at = text.lastIndexOf(type + "/");
            if (at < 0 && text.contains("/") && text.matches(".*[A-Z][a-z]+/[^/]*")) {
                throw ParameterProblems.value(name, "a reference such as " + type + "/<id>", text);
            }
            return at < 0 ? text : text.substring(at + type.length() + 1);
        });
    }

    Optional<UUID> referenceId(String name, String type) {
        return reference(name, type).map(FhirQuery::uuid);
    }

    Optional<Boolean> flag(String name) {
        return text(name).map(text -> text.substring(text.indexOf('|') + 1)).map(text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw ParameterProblems.value(name, "true or false", text);
        });
    }

    /** The name looked for, by whichever modifier. */
    Optional<NameMatch> name() {
        return text("name")
                .map(text -> new NameMatch(text, NameMatch.How.AT_BEGINNING))
                .or(() -> text("name:contains").map(text -> new NameMatch(text, NameMatch.How.ANYWHERE)))
                .or(() -> text("name:exact").map(text -> new NameMatch(text, NameMatch.How.WHOLE)));
    }

    /** An id, also as the URN that a bundle without a base gives: clients take the full URL of an entry for its id. */
    static UUID uuid(String given) {
        var text = given.startsWith(URN) ? given.substring(URN.length()) : given;
        return text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}") ? UUID.fromString(text) : NOBODY;
    }
}
