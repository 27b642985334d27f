package org.nowrongdoor.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.record.Phone;

/** Ways to reach someone, as contact points.
 *  @see "HL7 FHIR R4, ContactPoint" */
final class TelecomMapper {

    private static final Map<Phone.Use, String> SYSTEMS =
            Map.of(Phone.Use.TEXT, "sms", Phone.Use.FAX, "fax", Phone.Use.PAGER, "pager", Phone.Use.VIDEO, "other");

    private TelecomMapper() {}

    /** Adds phones, the address for mail and the page of an HSDS record. */
    static void addTo(ObjectNode resource, JsonNode record, String urlField) {
        record.path("phones").forEach(phone -> {
            var extension = phone.path("extension");
            var number = phone.path("number").asText() + (extension.isNumber() ? " x" + extension.asText() : "");
            add(resource, SYSTEMS.getOrDefault(Phone.Use.of(phone.path("type").textValue()), "phone"), number);
        });
        add(resource, "email", record.path("email").textValue());
        add(resource, "url", record.path(urlField).textValue());
    }

    private static void add(ObjectNode resource, String system, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            FhirJsonBuilder.add(
                    resource,
                    "telecom",
                    FhirJsonBuilder.object()
                            .put("system", system)
                            .put("value", value.strip())
                            .put("use", "work"));
        }
    }
}
