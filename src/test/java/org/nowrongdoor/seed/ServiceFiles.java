package org.nowrongdoor.seed;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The packaged records by file, in the order in which a start loads them. */
final class ServiceFiles {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Map<String, List<ObjectNode>> records = new TreeMap<>();
    /** Organisations that stood in a record that was replaced. */
    private final Map<String, JsonNode> replaced = new HashMap<>();

    static ServiceFiles read(Path folder) throws IOException {
        var files = new ServiceFiles();
        try (var found = Files.list(folder)) {
            for (var file : found.sorted().toList()) {
                var list = files.of(file.getFileName().toString());
                MAPPER.readTree(file.toFile()).forEach(record -> list.add((ObjectNode) record));
            }
        }
        return files;
    }

    private List<ObjectNode> of(String file) {
        return records.computeIfAbsent(file, name -> new ArrayList<>());
    }

    Map<String, List<ObjectNode>> byName() {
        return records;
    }

    List<ObjectNode> all() {
        return records.values().stream().flatMap(List::stream).toList();
    }

    /** Puts a record where its id stands, else at the end of a file. */
    void put(String file, ObjectNode record) {
        for (var list : records.values()) {
            for (int i = 0; i < list.size(); i++) {
                if (list.get(i).path("id").equals(record.path("id"))) {
                    var nested = list.get(i).path("organization");
                    replaced.put(nested.path("id").asText(), nested);
                    list.set(i, record);
                    return;
                }
            }
        }
        of(file).add(record);
    }

    /** Has each organisation stand in the first record that names it, since files load in the order of their names. */
    void nest() {
        var organizations = new HashMap<String, JsonNode>();
        for (var record : all()) {
            var nested = record.path("organization");
            if (nested.has("name")) {
                organizations.putIfAbsent(nested.path("id").asText(), nested);
            }
        }
        replaced.entrySet().stream()
                .filter(organization -> organization.getValue().has("name"))
                .forEach(organization -> organizations.putIfAbsent(organization.getKey(), organization.getValue()));
        for (var record : all()) {
            var id = record.has("organization")
                    ? record.path("organization").path("id").asText()
                    : record.path("organization_id").asText();
            var first = organizations.remove(id);
            if (first != null) {
                replace(record, "organization", first);
            } else if (!id.isEmpty()) {
                replace(record, "organization_id", record.textNode(id));
            }
        }
    }

    /** Gives a record its organisation in the place where it had it. */
    private static void replace(ObjectNode record, String member, JsonNode value) {
        var copy = record.deepCopy();
        record.removeAll();
        copy.properties()
                .forEach(field -> record.set(
                        field.getKey().startsWith("organization") ? member : field.getKey(),
                        field.getKey().startsWith("organization") ? value : field.getValue()));
    }

    void write(Path folder) throws IOException {
        var lines = new DefaultIndenter("  ", "\n");
        var separators = Separators.createDefaultInstance().withObjectFieldValueSpacing(Spacing.AFTER);
        var writer = MAPPER.writer(
                new DefaultPrettyPrinter(separators).withObjectIndenter(lines).withArrayIndenter(lines));
        for (var file : records.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), writer.writeValueAsString(file.getValue()) + "\n");
        }
    }
}
