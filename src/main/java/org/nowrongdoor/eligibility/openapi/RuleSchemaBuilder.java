package org.nowrongdoor.eligibility.openapi;

import static org.nowrongdoor.eligibility.openapi.SchemaParts.closed;
import static org.nowrongdoor.eligibility.openapi.SchemaParts.oneOf;
import static org.nowrongdoor.eligibility.openapi.SchemaParts.ref;
import static org.nowrongdoor.eligibility.openapi.SchemaParts.typed;
import static org.nowrongdoor.eligibility.openapi.SchemaParts.words;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.nowrongdoor.eligibility.rule.RuleReason;
import org.nowrongdoor.eligibility.rule.Strength;

/** Builds the schema of a rule, which holds rules or tests one attribute. */
final class RuleSchemaBuilder {

    private static final String RULE = "Rule";

    private final Components components;

    RuleSchemaBuilder(Components components) {
        this.components = components;
    }

    void build() {
        components.addSchema(
                RULE,
                oneOf(ref("RuleLeaf"), ref("RuleAllOf"), ref("RuleAnyOf"), ref("RuleNot"), ref("RuleEveryChild"))
                        .description("Who may come: a test of one attribute, or rules put together."));
        several("RuleAllOf", "all_of", "Every one of these must be met; an empty list is open to all.", 0);
        several("RuleAnyOf", "any_of", "Any one of these is enough.", 1);
        single("RuleNot", "not", "This must not be met.");
        single("RuleEveryChild", "every_child", "Each child who comes along must meet this.");
        components.addSchema(
                "RuleStrength",
                words(names(Strength.values()))
                        .description(
                                "How strictly a rule is applied. Only a `hard` one turns a client away; `discretion`"
                                        + " is decided by the provider."));
        components.addSchema("RuleReason", words(names(RuleReason.values())).description("Why a provider has a rule."));
        components.addSchema("RuleLeaf", leaf());
    }

    private void several(String name, String member, String description, int fewest) {
        components.addSchema(
                name,
                closed().description(description)
                        .addProperty(
                                member,
                                typed(Schema.SchemaType.ARRAY)
                                        .items(ref(RULE))
                                        .minItems(fewest)
                                        .description(description))
                        .addRequired(member));
    }

    private void single(String name, String member, String description) {
        components.addSchema(
                name,
                closed().description(description)
                        .addProperty(member, ref(RULE).description(description))
                        .addRequired(member));
    }

    private static Schema leaf() {
        return closed().description("A test of one attribute, with the provider's own words and their source.")
                .addProperty("attribute", ref("ClientAttribute").description("What is tested."))
                .addProperty("min", number("At least so much."))
                .addProperty("max", number("At most so much."))
                .addProperty("in", texts("Any one of these words is enough."))
                .addProperty("not_in", texts("None of these words may apply."))
                .addProperty(
                        "is", typed(Schema.SchemaType.BOOLEAN).description("The answer must be yes, or must be no."))
                .addProperty(
                        "strength", ref("RuleStrength").description("How strictly it is applied; hard when absent."))
                .addProperty("reason", ref("RuleReason").description("Why the provider has it."))
                .addProperty("as_stated", text("The provider's own words."))
                .addProperty("source_url", text("Where the words stand."))
                .addProperty(
                        "verified_on",
                        text("The day on which they were last looked up.").format("date"))
                .addProperty(
                        "ambiguous",
                        typed(Schema.SchemaType.BOOLEAN)
                                .description("The words may be read in two ways: the provider has to be asked."))
                .required(List.of("attribute"));
    }

    private static Schema number(String description) {
        return typed(Schema.SchemaType.NUMBER).minimum(BigDecimal.ZERO).description(description);
    }

    private static Schema text(String description) {
        return typed(Schema.SchemaType.STRING).description(description);
    }

    private static Schema texts(String description) {
        return typed(Schema.SchemaType.ARRAY)
                .items(typed(Schema.SchemaType.STRING))
                .description(description);
    }

    private static List<String> names(Enum<?>[] words) {
        return Stream.of(words)
                .map(word -> word.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
