package org.nowrongdoor.contract;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.eligibility.rule.Catalogue;
import org.nowrongdoor.storage.postgres.PostgresForTests;

/** The description of the API is whole: everything has a name, a meaning, a type and an example that is valid. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class DescriptionTest {

    private static final String COMPONENT = "#/components/schemas/";
    private static final List<String> TAGS = List.of(
            "Search",
            "Referrals",
            "Directory (HSDS)",
            "Change feed",
            "Editing",
            "Imports",
            "Webhooks",
            "FHIR",
            "Keys and audit");

    private ApiDescription api;
    private JsonNode components;

    @BeforeEach
    void read() {
        api = ApiDescription.read(given().get("/q/openapi?format=json").asString());
        components = api.tree().path("components").path("schemas");
    }

    private Stream<ApiDescription.Described> operations() {
        return api.operations().stream().filter(one -> !one.path().startsWith("/proving-ground"));
    }

    @Test
    void everyOperationHasAnIdOfItsOwnASummaryADescriptionAndATag() {
        var ids = new HashSet<String>();
        var lacking = operations()
                .filter(one -> !ids.add(one.id())
                        || one.id().isEmpty()
                        || one.operation().path("summary").asText().split(" ", -1).length < 2
                        || one.operation().path("description").asText().isEmpty()
                        || one.operation().path("tags").size() != 1
                        || !TAGS.contains(one.operation().path("tags").path(0).asText()))
                .map(one -> one.method() + " " + one.path())
                .toList();
        assertEquals(List.of(), lacking);
        var tags = new ArrayList<String>();
        api.tree().path("tags").forEach(tag -> tags.add(tag.path("name").asText()));
        assertEquals(TAGS, tags);
    }

    @Test
    void everythingIsExplained() {
        var lacking = new TreeSet<String>();
        components.properties().forEach(component -> {
            explained(component.getKey(), component.getValue(), lacking);
            component
                    .getValue()
                    .path("properties")
                    .properties()
                    .forEach(property ->
                            explained(component.getKey() + "." + property.getKey(), property.getValue(), lacking));
        });
        operations()
                .forEach(one -> one.operation()
                        .path("parameters")
                        .forEach(parameter -> explained(
                                one.id() + "(" + parameter.path("name").asText() + ")", parameter, lacking)));
        assertEquals(new TreeSet<String>(), lacking, "openapi/texts.properties explains these not");
    }

    private static void explained(String name, JsonNode described, Set<String> lacking) {
        if (described.path("description").asText().isBlank()) {
            lacking.add(name);
        }
    }

    @Test
    void nothingRefersToWhatIsNotThere() {
        visit(api.tree(), "", (node, path) -> {
            var ref = node.path("$ref");
            assertTrue(
                    !ref.isTextual()
                            || !api.tree().at(ref.asText().substring(1)).isMissingNode(),
                    path + " refers to " + ref.asText());
        });
    }

    @Test
    void noTypeOfTheCodeShowsThrough() {
        for (var name : List.of(
                "JsonNode",
                "ObjectNode",
                "StreamingOutput",
                "UUID",
                "Instant",
                "LocalDate",
                "OffsetDateTime",
                "Page")) {
            assertTrue(components.path(name).isMissingNode(), name);
        }
        var untyped = new TreeSet<String>();
        components
                .properties()
                .forEach(component -> component.getValue().path("properties").properties().stream()
                        .filter(property -> Stream.of("type", "$ref", "oneOf", "anyOf", "allOf")
                                .noneMatch(property.getValue()::has))
                        .forEach(property -> untyped.add(component.getKey() + "." + property.getKey())));
        assertEquals(
                new TreeSet<>(List.of("FieldChange.previous", "FieldChange.replacement", "WaitingChange.value")),
                untyped);
    }

    @Test
    void aClientHasEveryAttributeOfTheCatalogueAndNoOther() {
        var described = new TreeSet<String>();
        components.path("Client").path("properties").fieldNames().forEachRemaining(described::add);
        var known = new TreeSet<String>();
        Catalogue.attributes().forEach(entry -> known.add(entry.code()));
        assertEquals(known, described);
        assertEquals(List.of(), api.faults("Client", tree("{\"age\": 10}")));
        assertEquals(
                List.of(),
                api.faults(
                        "Client",
                        tree("{\"age\": {\"min\": 18, \"max\": 24}, \"gender\": \"trans_woman\", \"id\": [\"none\"],"
                                + " \"pets\": [\"dog\"], \"homeless\": true, \"pregnant\": \"prefer_not_to_say\","
                                + " \"children\": [{\"age\": 4}], \"veteran\": null}")));
        for (var wrong :
                List.of("{\"age\": \"10\"}", "{\"agee\": 10}", "{\"gender\": \"x\"}", "{\"homeless\": \"yes\"}")) {
            assertTrue(!api.faults("Client", tree(wrong)).isEmpty(), wrong);
        }
    }

    @Test
    void examplesAreValid() {
        var wrong = new ArrayList<String>();
        operations().forEach(one -> {
            content(one.id() + " is sent", one.operation().path("requestBody"), wrong);
            one.operation()
                    .path("responses")
                    .properties()
                    .forEach(
                            answer -> content(one.id() + " " + answer.getKey(), api.resolve(answer.getValue()), wrong));
        });
        assertEquals(List.of(), wrong);
    }

    private void content(String name, JsonNode body, List<String> wrong) {
        for (Map.Entry<String, JsonNode> media : body.path("content").properties()) {
            var component =
                    media.getValue().path("schema").path("$ref").asText().replace(COMPONENT, "");
            if (component.isEmpty()) {
                continue;
            }
            var examples = new ArrayList<JsonNode>();
            if (media.getValue().has("example")) {
                examples.add(media.getValue().path("example"));
            }
            media.getValue().path("examples").forEach(example -> examples.add(example.path("value")));
            examples.forEach(
                    example -> api.faults(component, example).forEach(fault -> wrong.add(name + ": " + fault)));
        }
    }

    @Test
    void everyBodyThatIsSentShowsAnExampleUnderFourKilobytes() {
        var lacking = new TreeSet<String>();
        operations()
                .forEach(one -> one.operation()
                        .path("requestBody")
                        .path("content")
                        .properties()
                        .forEach(media -> {
                            var example = media.getValue().has("example")
                                    ? media.getValue().path("example")
                                    : media.getValue().path("examples");
                            var isFile = "binary"
                                    .equals(media.getValue()
                                            .path("schema")
                                            .path("format")
                                            .asText());
                            if (!isFile
                                    && (example.isMissingNode()
                                            || example.toString().length() > 4_096)) {
                                lacking.add(one.id());
                            }
                        }));
        assertEquals(new TreeSet<String>(), lacking);
    }

    @Test
    void everyAnswerShowsAnExample() {
        var lacking = new TreeSet<String>();
        operations()
                .forEach(one -> one.operation()
                        .path("responses")
                        .properties()
                        .forEach(answer -> api.resolve(answer.getValue())
                                .path("content")
                                .properties()
                                .forEach(media -> {
                                    if (!media.getValue().has("example")
                                            && media.getValue().path("examples").isEmpty()) {
                                        lacking.add(one.id() + " " + answer.getKey() + " " + media.getKey());
                                    }
                                })));
        assertEquals(new TreeSet<String>(), lacking, "give these one under api-examples");
    }

    @Test
    void theExampleOfAParameterIsOfItsType() {
        var wrong = new TreeSet<String>();
        operations()
                .forEach(one -> one.operation().path("parameters").forEach(parameter -> {
                    var type = parameter.path("schema").path("type").asText();
                    var example = parameter.path("example");
                    if (!example.isMissingNode() && !type.isEmpty() && !isOf(type, example)) {
                        wrong.add(one.id() + "(" + parameter.path("name").asText() + "): " + example);
                    }
                }));
        assertEquals(new TreeSet<String>(), wrong);
    }

    private static boolean isOf(String type, JsonNode example) {
        return switch (type) {
            case "integer" -> example.isIntegralNumber();
            case "number" -> example.isNumber();
            case "boolean" -> example.isBoolean();
            case "array" -> example.isArray();
            default -> example.isTextual();
        };
    }

    @Test
    void theContractHasItsOwnVersionAServerALicenceAndAWebhook() {
        var info = api.tree().path("info");
        assertEquals("1.0.0", info.path("version").asText());
        assertEquals("Apache-2.0", info.path("license").path("identifier").asText());
        assertEquals("/", api.tree().path("servers").path(0).path("url").asText());
        assertTrue(api.tree().path("webhooks").has("referral.updated"));
        assertEquals(List.of("key"), names(api.tree().path("components").path("securitySchemes")));
    }

    private static List<String> names(JsonNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode tree(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static void visit(JsonNode node, String path, BiConsumer<JsonNode, String> visitor) {
        visitor.accept(node, path);
        node.properties().forEach(member -> visit(member.getValue(), path + "/" + member.getKey(), visitor));
        if (node.isArray()) {
            node.forEach(item -> visit(item, path, visitor));
        }
    }
}
