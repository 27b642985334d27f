package org.nowrongdoor.eligibility.openapi;

import static org.nowrongdoor.eligibility.openapi.SchemaParts.closed;
import static org.nowrongdoor.eligibility.openapi.SchemaParts.listOf;
import static org.nowrongdoor.eligibility.openapi.SchemaParts.nothing;
import static org.nowrongdoor.eligibility.openapi.SchemaParts.oneOf;
import static org.nowrongdoor.eligibility.openapi.SchemaParts.ref;
import static org.nowrongdoor.eligibility.openapi.SchemaParts.typed;
import static org.nowrongdoor.eligibility.openapi.SchemaParts.words;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.nowrongdoor.eligibility.rule.AttributeEntry;
import org.nowrongdoor.eligibility.rule.AttributeKind;
import org.nowrongdoor.eligibility.rule.Catalogue;
import org.nowrongdoor.eligibility.rule.ClientAttribute;

/** Builds the schema of a client: every attribute of the catalogue with the answers that it takes. */
final class ClientSchemaBuilder {

    private static final String WITHHELD = "prefer_not_to_say";
    private static final String WITHHELD_NAME = "PreferNotToSay";
    private static final String BAND = "NumberBand";
    // 30 words in a list and 60 letters of text: as AnswerReader takes them
    private static final int MOST_WORDS = 30;
    private static final int MOST_LETTERS = 60;

    private final Components components;

    ClientSchemaBuilder(Components components) {
        this.components = components;
    }

    void build() {
        components.addSchema(
                WITHHELD_NAME,
                words(List.of(WITHHELD)).description("The person would rather not say. It never lowers a service."));
        components.addSchema(BAND, band());
        components.addSchema(
                "ClientAttribute",
                words(ClientAttribute.codes()).description("Code of an attribute, as GET /attributes lists it."));
        components.addSchema("Child", child());
        var client = closed().description("What a person says of herself, as far as she wants to; judged and forgotten."
                        + " Every attribute may be left out, and null counts as not said. Other names are refused.")
                .addExample(Map.of("age", 29));
        Catalogue.attributes().forEach(entry -> client.addProperty(entry.code(), answer(entry)));
        components.addSchema("Client", client);
    }

    private static Schema band() {
        return closed().description("A range, both ends included. One end may be left out.")
                .addProperty("min", bound("At least so many."))
                .addProperty("max", bound("At most so many."));
    }

    private static Schema bound(String description) {
        return typed(Schema.SchemaType.NUMBER).minimum(BigDecimal.ZERO).description(description);
    }

    private Schema child() {
        return closed().description("A child who comes along.")
                .addProperty("age", answer(ClientAttribute.AGE.entry()))
                .addProperty("gender", answer(ClientAttribute.GENDER.entry()));
    }

    private Schema answer(AttributeEntry entry) {
        var attribute = ClientAttribute.find(entry.code()).orElseThrow();
        // No list stands next to another form: generators for Java and TypeScript write code of it that does not
        // compile.
        var answer = switch (entry.kind()) {
            case NUMBER -> oneOf(number(attribute), ref(BAND), ref(WITHHELD_NAME), nothing());
            case WORD -> oneOf(word(entry), nothing());
            case WORDS -> orNull(listOf(word(entry), MOST_WORDS));
            case YES_NO -> oneOf(typed(Schema.SchemaType.BOOLEAN), ref(WITHHELD_NAME), nothing());
            case YES_NO_OR_WORDS -> oneOf(typed(Schema.SchemaType.BOOLEAN), word(entry), nothing());
            case LANGUAGES -> orNull(listOf(text(), MOST_WORDS));
            case CHILDREN -> orNull(listOf(ref("Child"), attribute.most()));
            case REGION, TEXT -> orNull(text());
        };
        var question = entry.questions().client().en();
        var unit = entry.unit() == null ? "" : " In " + entry.unit().en() + ".";
        return answer.description(question + unit + more(entry.kind()));
    }

    /** What else the server takes, in words alone. */
    private static String more(AttributeKind kind) {
        return switch (kind) {
            case WORDS, LANGUAGES -> " One word may also stand without a list.";
            case YES_NO_OR_WORDS -> " Several words may also be a list.";
            case CHILDREN -> " " + WITHHELD + " may stand in place of the list.";
            default -> "";
        };
    }

    private static Schema orNull(Schema schema) {
        return schema.addType(Schema.SchemaType.NULL);
    }

    private static Schema number(ClientAttribute attribute) {
        return typed(attribute.isWhole() ? Schema.SchemaType.INTEGER : Schema.SchemaType.NUMBER)
                .minimum(BigDecimal.ZERO)
                .maximum(BigDecimal.valueOf(attribute.most()));
    }

    private static Schema text() {
        return typed(Schema.SchemaType.STRING).maxLength(MOST_LETTERS);
    }

    /** One of the attribute's words, or that the person would rather not say. */
    private Schema word(AttributeEntry entry) {
        var name = name(entry) + "Answer";
        var words = new ArrayList<>(entry.values().keySet());
        words.add(WITHHELD);
        components.addSchema(name, words(words).description(entry.labels().en() + ": one word, or " + WITHHELD + "."));
        return ref(name);
    }

    private static String name(AttributeEntry entry) {
        return "Client"
                + Stream.of(entry.code().split("_", -1))
                        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                        .collect(Collectors.joining());
    }
}
