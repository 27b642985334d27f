package org.nowrongdoor.http;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.problem.Fault;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;

/** What a caller asks of a list, by name: from the query string and, at a POST twin, from a JSON body as well. */
public final class Asked {

    // 500: longer than any question a person types; what is longer is a mistake or an attack.
    static final int MAX_LETTERS = 500;

    private final Map<String, String> values;

    private Asked(Map<String, String> values) {
        this.values = values;
    }

    /** Reads every name that was given.
     *  @param known the names that this list understands
     *  @throws ProblemException INVALID_PARAMETER or UNKNOWN_FIELD with every fault there is */
    public static Asked of(UriInfo uri, @Nullable JsonNode body, List<String> known) {
        var gathered = new Gathered(known);
        uri.getQueryParameters().forEach((name, given) -> gathered.addAll(name, given));
        if (body != null && !body.isNull()) {
            gathered.addBody(body);
        }
        return new Asked(gathered.valuesOrProblem());
    }

    /** Text without surrounding space; absent when it is blank. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** A whole number within bounds. */
    public int number(String name, int fallback, int least, int most) {
        return read(name, "a whole number from " + least + " to " + most, value -> {
                    var number = Integer.parseInt(value);
                    return number < least || number > most ? null : number;
                })
                .orElse(fallback);
    }

    /** Yes or no, and what counts when it was not mentioned. */
    public boolean flag(String name, boolean fallback) {
        return read(name, "true or false", Asked::flagOf).orElse(fallback);
    }

    /** A UUID as HSDS identifiers are. */
    public Optional<UUID> id(String name) {
        return read(name, "a UUID such as ac148810-d857-441c-9679-408f346de14b", Ids::parse);
    }

    /** An instant; a day alone is its beginning in UTC. */
    public Optional<Instant> instant(String name) {
        return read(name, "a time such as 2026-08-01T12:00:00Z or a day such as 2026-08-01", Times::parse);
    }

    /** One word of several. */
    public Optional<String> oneOf(String name, List<String> words) {
        return read(name, "one of " + String.join(", ", words), value -> words.contains(value) ? value : null);
    }

    /** Whether the name was given at all. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** A problem with one parameter: value, bound and remedy in one sentence. */
    public static ProblemException refused(String name, String detail) {
        return ProblemException.of(ProblemKind.INVALID_PARAMETER, detail, List.of(new Fault(name, detail)));
    }

    private <T> Optional<T> read(String name, String bound, Function<String, @Nullable T> parser) {
        var value = values.get(name);
        if (value == null) {
            return Optional.empty();
        }
        @Nullable T parsed;
        try {
            parsed = parser.apply(value.strip());
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            parsed = null;
        }
        if (parsed == null) {
            throw refused(name, name + " must be " + bound + ", was " + Quoted.of(value));
        }
        return Optional.of(parsed);
    }

    private static @Nullable Boolean flagOf(String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> null;
        };
    }

    /** The names as they come in, and what is wrong with them. */
    private static final class Gathered {

        private final List<String> known;
        private final Map<String, String> values = new LinkedHashMap<>();
        private final List<Fault> faults = new ArrayList<>();
        private boolean unknownName;

        Gathered(List<String> known) {
            this.known = known;
        }

        void addAll(String name, List<String> given) {
            given.forEach(value -> add(name, name, value));
        }

        void addBody(JsonNode body) {
            if (!body.isObject()) {
                throw ProblemException.of(
                        ProblemKind.INVALID_BODY,
                        "The body must be a JSON object of parameters such as {\"search\": \"food\", \"page\": 1}");
            }
            body.properties().forEach(field -> addField(field.getKey(), field.getValue()));
        }

        private void addField(String name, JsonNode value) {
            if (value.isContainerNode()) {
                faults.add(new Fault("/" + name, name + " must be one value, not a list or an object"));
            } else if (!value.isNull()) {
                add(name, "/" + name, value.asText());
            }
        }

        private void add(String name, String pointer, String value) {
            if (!known.contains(name)) {
                unknownName = true;
                faults.add(new Fault(pointer, NearestName.unknown(name, known)));
            } else if (value.length() > MAX_LETTERS) {
                faults.add(new Fault(
                        pointer, name + " must be at most " + MAX_LETTERS + " letters, was " + value.length()));
            } else if (!Quoted.isCleanText(value)) {
                faults.add(new Fault(pointer, name + " holds a character that no text has; send plain text"));
            } else if (values.putIfAbsent(name, value) != null) {
                faults.add(new Fault(pointer, name + " was given more than once; give it once"));
            }
        }

        Map<String, String> valuesOrProblem() {
            if (!faults.isEmpty()) {
                var kind = unknownName ? ProblemKind.UNKNOWN_FIELD : ProblemKind.INVALID_PARAMETER;
                throw ProblemException.of(kind, faults.get(0).detail(), faults);
            }
            return values;
        }
    }
}
