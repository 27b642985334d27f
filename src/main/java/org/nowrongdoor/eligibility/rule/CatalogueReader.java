package org.nowrongdoor.eligibility.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reader of one packaged catalogue file. An error in the file stops the application at start. */
public final class CatalogueReader {

    private final JsonNode root;

    public CatalogueReader(String name) {
        try (var in = Catalogue.class.getResourceAsStream("/eligibility/" + name)) {
            root = new ObjectMapper().readTree(Objects.requireNonNull(in, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    AttributeEntry attribute(ClientAttribute attribute) {
        var node = root.required(attribute.code());
        return new AttributeEntry(
                attribute.code(),
                attribute.kind(),
                label(node.required("label")),
                node.has("unit") ? label(node.required("unit")) : null,
                vocabulary(node),
                new AttributeEntry.Asking(label(node.required("ask_client")), label(node.required("ask_provider"))));
    }

    FactEntry fact(FactCode code) {
        var node = root.required("facts").required(code.code());
        return new FactEntry(
                code.code(),
                code.kind(),
                label(node.required("label")),
                code.kind() == FactKind.YES_NO ? yesNoValues(code) : labels(node.path("values")),
                label(node.required("ask_provider")),
                label(node.has("ask_stated") ? node.required("ask_stated") : node.required("ask_provider")),
                list(node.path("touched_by"), leaf -> (Rule.Leaf) RuleJsonMapper.read(leaf)));
    }

    public Map<String, Label> labels() {
        return labels(root);
    }

    /** The conflicts between what a client says and a condition, in the order in which they are looked for. */
    public List<ConflictRule> conflicts() {
        return list(
                root,
                node -> new ConflictRule(
                        FactCode.find(node.required("fact").textValue()).orElseThrow(),
                        (Rule.Leaf) RuleJsonMapper.read(node.required("when")),
                        node.has("unless") ? (Rule.Leaf) RuleJsonMapper.read(node.required("unless")) : null,
                        label(node.required("text"))));
    }

    /** A condition may also be one that the provider states not to have. */
    private Map<String, Label> yesNoValues(FactCode code) {
        var values = new LinkedHashMap<>(labels(root.required("yes_no_values")));
        if (words(root.required("conditions")).contains(code.code())) {
            values.put(FactCode.NONE_DECLARED, label(root.required(FactCode.NONE_DECLARED)));
        }
        return Collections.unmodifiableMap(values);
    }

    private static Vocabulary vocabulary(JsonNode node) {
        var umbrellas = new HashMap<String, Vocabulary.Umbrella>();
        node.path("umbrellas").properties().forEach(field -> umbrellas.put(field.getKey(), umbrella(field.getValue())));
        return new Vocabulary(
                labels(node.path("values")),
                labels(node.path("child_values")),
                umbrellas,
                new Vocabulary.Marks(
                        textOrNull(node.path("yes")), textOrNull(node.path("no")), words(node.path("not_counted"))));
    }

    private static Vocabulary.Umbrella umbrella(JsonNode node) {
        return Vocabulary.Umbrella.of(
                words(node.path("includes")), words(node.path("perhaps")), words(node.path("by_identity")));
    }

    private static Set<String> words(JsonNode list) {
        return new LinkedHashSet<>(list(list, JsonNode::textValue));
    }

    private static <T> List<T> list(JsonNode list, Function<JsonNode, T> reader) {
        return StreamSupport.stream(list.spliterator(), false).map(reader).toList();
    }

    private static Map<String, Label> labels(JsonNode node) {
        var labels = new LinkedHashMap<String, Label>();
        node.properties().forEach(field -> labels.put(field.getKey(), label(field.getValue())));
        return Collections.unmodifiableMap(labels);
    }

    private static Label label(JsonNode node) {
        return new Label(
                node.required("en").textValue(),
                node.required("es").textValue(),
                node.has("of_another") ? label(node.required("of_another")) : null);
    }

    private static @Nullable String textOrNull(JsonNode node) {
        return node.isTextual() ? node.textValue() : null;
    }
}
