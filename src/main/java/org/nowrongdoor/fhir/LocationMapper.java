package org.nowrongdoor.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.nowrongdoor.http.record.RenderedRecord;

/** Places as FHIR tells them; of one that is not public no more than HSDS shows: that it is there, and its phones.
 *  @see "HL7 FHIR R4, Location" */
final class LocationMapper {

    static final String TYPE = "Location";

    private static final String PHYSICAL_TYPE = "http://terminology.hl7.org/CodeSystem/location-physical-type";

    private LocationMapper() {}

    /** The resource of a place as HSDS shows it. */
    static ObjectNode of(RenderedRecord shown) {
        var record = shown.body();
        var place = FhirJsonBuilder.resource(TYPE, record.path("id").asText());
        FhirJsonBuilder.changed(place, shown.lastModified());
        place.put("status", "active");
        FhirJsonBuilder.text(place, "name", record.path("name").textValue());
        FhirJsonBuilder.add(place, "alias", record.path("alternate_name").textValue());
        FhirJsonBuilder.text(place, "description", record.path("description").textValue());
        place.put("mode", "instance");
        TelecomMapper.addTo(place, record, "url");
        if (record.path("addresses").has(0)) {
            place.set("address", address(record.path("addresses").path(0)));
        }
        if (record.path("location_type").asText().equals("physical")) {
            place.set("physicalType", FhirJsonBuilder.concept(PHYSICAL_TYPE, "si", "Site"));
        }
        if (record.path("latitude").isNumber() && record.path("longitude").isNumber()) {
            var position = place.putObject("position");
            position.set("longitude", record.path("longitude"));
            position.set("latitude", record.path("latitude"));
        }
        if (record.hasNonNull("organization_id")) {
            place.set(
                    "managingOrganization",
                    FhirJsonBuilder.reference(
                            OrganizationMapper.TYPE,
                            record.path("organization_id").asText(),
                            null));
        }
        return place;
    }

    private static ObjectNode address(JsonNode record) {
        var address = FhirJsonBuilder.object();
        FhirJsonBuilder.add(address, "line", record.path("address_1").textValue());
        FhirJsonBuilder.add(address, "line", record.path("address_2").textValue());
        FhirJsonBuilder.text(address, "city", record.path("city").textValue());
        FhirJsonBuilder.text(address, "state", record.path("state_province").textValue());
        FhirJsonBuilder.text(address, "postalCode", record.path("postal_code").textValue());
        FhirJsonBuilder.text(address, "country", record.path("country").textValue());
        return address;
    }
}
