package org.nowrongdoor.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.nowrongdoor.http.record.RenderedRecord;

/** Organisations as FHIR tells them.
 *  @see "HL7 FHIR R4, Organization" */
final class Organizations {

    static final String TYPE = "Organization";

    private Organizations() {}

    /** The resource of an organisation as HSDS shows it. */
    static ObjectNode of(RenderedRecord shown) {
        var record = shown.body();
        var organization = FhirJson.resource(TYPE, record.path("id").asText());
        FhirJson.changed(organization, shown.lastModified());
        for (var identifier : record.path("organization_identifiers")) {
            var named = FhirJson.object();
            FhirJson.text(named, "system", identifier.path("identifier_scheme").textValue());
            FhirJson.text(named, "value", identifier.path("identifier").textValue());
            FhirJson.add(organization, "identifier", named);
        }
        FhirJson.text(organization, "name", record.path("name").textValue());
        FhirJson.add(organization, "alias", record.path("alternate_name").textValue());
        Telecoms.addTo(organization, record, "website");
        if (record.hasNonNull("parent_organization_id")) {
            organization.set(
                    "partOf",
                    FhirJson.reference(
                            TYPE, record.path("parent_organization_id").asText(), null));
        }
        return organization;
    }
}
