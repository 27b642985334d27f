package org.nowrongdoor.http.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.StreamSupport;
import org.nowrongdoor.problem.ProblemKind;

/** Reads the files that the description is written from, next to the code. */
final class DescriptionFile {

    private static final String FOLDER = "/openapi/";
    private static final String EXAMPLES = "/api-examples/";

    private DescriptionFile() {}

    /** A JSON file of the folder. */
    static JsonNode json(String name) {
        try (var file = open(FOLDER + name)) {
            return new ObjectMapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Problems that an operation may answer in addition to those of all, by its id. */
    static Map<String, List<ProblemKind>> problems() {
        var problems = new LinkedHashMap<String, List<ProblemKind>>();
        json("problems.json")
                .properties()
                .forEach(row -> problems.put(
                        row.getKey(),
                        StreamSupport.stream(row.getValue().spliterator(), false)
                                .map(slug -> ProblemKind.findBySlug(slug.asText())
                                        .orElseThrow(() -> new IllegalStateException("no problem is called " + slug)))
                                .toList()));
        return problems;
    }

    /** What components, properties, operations and parameters mean, by name. */
    static Map<String, String> texts() {
        var texts = new Properties();
        try (var file = open(FOLDER + "texts.properties")) {
            texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var found = new LinkedHashMap<String, String>();
        texts.stringPropertyNames().forEach(name -> found.put(name, texts.getProperty(name)));
        return found;
    }

    /** The example of a component; empty where there is none. */
    static Optional<Object> example(String component) {
        try (var file = DescriptionFile.class.getResourceAsStream(EXAMPLES + component + ".json")) {
            return file == null
                    ? Optional.empty()
                    : Optional.of(new ObjectMapper().readValue(file, LinkedHashMap.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of an example as it goes over the wire. */
    static String text(String name) {
        try (var file = open(EXAMPLES + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same where it is JSON that no component describes. */
    static Object object(String name) {
        try (var file = open(EXAMPLES + name)) {
            return new ObjectMapper().readValue(file, LinkedHashMap.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String path) {
        return Objects.requireNonNull(DescriptionFile.class.getResourceAsStream(path), path);
    }
}
