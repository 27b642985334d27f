package org.nowrongdoor.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The small shapes of which FHIR R4 resources are made. FHIR knows no empty text and no empty list: neither is written.
 *  @see "HL7 FHIR R4, data types" */
final class FhirJsonBuilder {

    /** The media type of a resource. */
    static final String MEDIA_TYPE = "application/fhir+json";

    private FhirJsonBuilder() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    static ObjectNode resource(String type, String id) {
        return object().put("resourceType", type).put("id", id);
    }

    static void changed(ObjectNode resource, Instant at) {
        resource.putObject("meta").put("lastUpdated", at.toString());
    }

    /** Writes a text, if there is one. */
    static void text(ObjectNode node, String name, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            node.put(name, text.strip());
        }
    }

    /** Appends to a list, which comes into being with its first member. */
    static void add(ObjectNode node, String name, ObjectNode member) {
        if (!member.isEmpty()) {
            list(node, name).add(member);
        }
    }

    /** Appends a text to a list. */
    static void add(ObjectNode node, String name, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            list(node, name).add(text.strip());
        }
    }

    private static ArrayNode list(ObjectNode node, String name) {
        return node.get(name) instanceof ArrayNode list ? list : node.putArray(name);
    }

    static ObjectNode coding(String system, String code, @Nullable String display) {
        var coding = object().put("system", system).put("code", code);
        text(coding, "display", display);
        return coding;
    }

    /** A concept of one code. */
    static ObjectNode concept(String system, String code, @Nullable String display) {
        var concept = object();
        add(concept, "coding", coding(system, code, display));
        return concept;
    }

    /** A concept in words alone. */
    static ObjectNode concept(@Nullable String words) {
        var concept = object();
        text(concept, "text", words);
        return concept;
    }

    /** Points to a resource of ours. */
    static ObjectNode reference(String type, String id, @Nullable String display) {
        var reference = object().put("reference", type + "/" + id);
        text(reference, "display", display);
        return reference;
    }
}
