package org.nowrongdoor.search.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.nowrongdoor.taxonomy.recognition.StopWords;
import org.nowrongdoor.text.FoldedText;

/** Finds trainings, guides and the like in the words of people who ask for their work, in English and Spanish. */
public final class ResourceFinder {

    /** The kinds of records that hold them. */
    static final Set<String> KINDS = Set.of("training", "guide", "law", "prevention", "coalition", "task_force");

    private static final JsonNode WORDS = read();
    private static final List<String> OTHER_THINGS = words(WORDS.required("other_things"));
    private static final List<Topic> TOPICS = topics("resources", "codes");
    private static final List<Topic> SECTORS = topics("sectors", "says");

    private ResourceFinder() {}

    /** @param found codes of terms, or words that records of a sector say
     *  @param forms the words for it, folded, the longest first */
    private record Topic(List<String> found, List<String> forms) {}

    /** A resource that is asked for.
     *  @param codes terms, of which a record has one
     *  @param from the words that were read
     *  @param about words that bring a record forward: those of the sector, else what is left */
    record Resource(List<String> codes, String from, List<String> about) {}

    /** The resource that some words ask for; empty where they ask for help. */
    static Optional<Resource> find(String q) {
        var line = ' ' + FoldedText.of(q) + ' ';
        var asked = OTHER_THINGS.stream().reduce(line, (left, other) -> left.replace(' ' + other + ' ', " "));
        return TOPICS.stream()
                .flatMap(topic -> topic.forms().stream()
                        .filter(form -> asked.contains(' ' + form + ' '))
                        .map(form -> new Resource(topic.found(), form, about(line.replace(' ' + form + ' ', " ")))))
                .max(Comparator.comparingInt(resource -> resource.from().length()));
    }

    /** Codes of the resources for which some word begins as what is being typed. */
    public static List<String> starting(String typed) {
        var folded = FoldedText.of(typed);
        return folded.isEmpty()
                ? List.of()
                : TOPICS.stream()
                        .filter(topic -> topic.forms().stream().anyMatch(form -> form.startsWith(folded)))
                        .flatMap(topic -> topic.found().stream())
                        .toList();
    }

    private static List<String> about(String line) {
        var said = new LinkedHashSet<String>();
        for (var sector : SECTORS) {
            if (sector.forms().stream().anyMatch(form -> line.contains(' ' + form + ' '))) {
                said.addAll(sector.found());
                return List.copyOf(said);
            }
        }
        return StopWords.without(line.strip()).stream()
                .filter(word -> !FillerWords.contains(word))
                .distinct()
                .toList();
    }

    private static List<Topic> topics(String name, String found) {
        return StreamSupport.stream(WORDS.required(name).spliterator(), false)
                .map(topic -> new Topic(words(topic.required(found)), forms(topic)))
                .toList();
    }

    private static List<String> forms(JsonNode topic) {
        return Stream.concat(words(topic.required("en")).stream(), words(topic.required("es")).stream())
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    private static List<String> words(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(word -> word.textValue().startsWith("res.") ? word.textValue() : FoldedText.of(word.textValue()))
                .toList();
    }

    private static JsonNode read() {
        try (var in = ResourceFinder.class.getResourceAsStream("/search/resource-words.json")) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
