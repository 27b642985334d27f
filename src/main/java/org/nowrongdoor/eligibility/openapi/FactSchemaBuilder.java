package org.nowrongdoor.eligibility.openapi;

import static org.nowrongdoor.eligibility.openapi.SchemaParts.closed;
import static org.nowrongdoor.eligibility.openapi.SchemaParts.nothing;
import static org.nowrongdoor.eligibility.openapi.SchemaParts.ref;
import static org.nowrongdoor.eligibility.openapi.SchemaParts.typed;
import static org.nowrongdoor.eligibility.openapi.SchemaParts.words;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.nowrongdoor.eligibility.rule.Catalogue;
import org.nowrongdoor.eligibility.rule.FactEntry;

/** Builds the schemas of facts: those that a service states, and those that a search requires. */
final class FactSchemaBuilder {

    private static final List<String> FILTERS = List.of(
            "eligibility",
            "several",
            "free",
            "languages",
            "channels",
            "open_at",
            "led_by",
            "law_enforcement_at_most",
            "network",
            "status",
            "verified_within_days");

    private static final int MOST_VALUES = 20;
    private static final int MOST_LETTERS = 100;

    private final Components components;

    FactSchemaBuilder(Components components) {
        this.components = components;
    }

    void build() {
        components.addSchema(
                "FactCode",
                words(Catalogue.facts().stream().map(FactEntry::code).toList())
                        .description("Code of a fact, as GET /facts lists it."));
        components.addSchema(
                "FactValue",
                // Of no declared type: a list next to a text is code that does not compile in Java.
                OASFactory.createSchema()
                        .description("A word of the fact's own list, a number, a text or a list of texts, as GET /facts"
                                + " says for the code. `unknown` is a value of its own, neither yes nor no."));
        var stated = closed().description(
                        "What is known of a service, by the code of the fact; a fact that is absent is"
                                + " not known.");
        var wanted = closed().description("Facts that a service must have, with the value or the values that will do.")
                .addExample(Map.of("sobriety_required", "no"));
        for (var fact : Catalogue.facts()) {
            stated.addProperty(
                    fact.code(), ref("Fact").description(fact.labels().en() + "."));
            wanted.addProperty(
                    fact.code(),
                    one(fact).description(fact.labels().en() + ". Several values that will do may also be a list."));
        }
        components.addSchema("Facts", stated);
        components.getSchemas().values().forEach(FactSchemaBuilder::nameFacts);
        components.getSchemas().values().forEach(FactSchemaBuilder::allowTakingBack);
        components.addSchema(
                "FilterName",
                words(Stream.concat(FILTERS.stream(), Catalogue.facts().stream().map(FactEntry::code))
                                .toList())
                        .description(
                                "A filter of a search, or the code of a fact that is required. `eligibility`: a rule"
                                        + " that the client does not meet; `several`: more than one filter; `network`: not known to be in it."));
        components.addSchema("RequiredFacts", wanted.maxProperties(MOST_VALUES));
    }

    /** Facts by any name are facts by the names of the catalogue. */
    private static void nameFacts(Schema holder) {
        var facts =
                holder.getProperties() == null ? null : holder.getProperties().get("facts");
        var fact = facts == null ? null : facts.getAdditionalPropertiesSchema();
        if (fact != null && String.valueOf(fact.getRef()).endsWith("/Fact")) {
            holder.addProperty("facts", ref("Facts"));
        }
    }

    /** In place of an answer null takes it back. */
    private static void allowTakingBack(Schema holder) {
        var facts =
                holder.getProperties() == null ? null : holder.getProperties().get("facts");
        var answer = facts == null ? null : facts.getAdditionalPropertiesSchema();
        if (facts != null && answer != null && String.valueOf(answer.getRef()).endsWith("/GivenAnswer")) {
            facts.additionalPropertiesSchema(
                    OASFactory.createSchema().addAnyOf(ref("GivenAnswer")).addAnyOf(nothing()));
        }
    }

    /** The parameters by which a search in a URL requires facts, one for each. */
    static List<Parameter> parameters() {
        return Catalogue.facts().stream()
                .map(fact -> OASFactory.createParameter()
                        .name("fact." + fact.code())
                        .in(Parameter.In.QUERY)
                        .description("Required: " + fact.labels().en() + ".")
                        .schema(one(fact)))
                .toList();
    }

    private static Schema one(FactEntry fact) {
        return fact.values().isEmpty()
                ? typed(Schema.SchemaType.STRING).maxLength(MOST_LETTERS)
                : words(fact.values().keySet());
    }
}
