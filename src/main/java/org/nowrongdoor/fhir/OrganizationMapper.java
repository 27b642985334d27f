package org.nowrongdoor.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.nowrongdoor.http.record.RenderedRecord;

/** Organisations as FHIR tells them.
 *  @see "HL7 FHIR R4, Organization" */
final class OrganizationMapper {

    static final String TYPE = "Organization";

    private OrganizationMapper() {}

    /** The resource of an organisation as HSDS shows it. */
    static ObjectNode of(RenderedRecord shown) {
        var record = shown.body();
        var organization = FhirJsonBuilder.resource(TYPE, record.path("id").asText());
        FhirJsonBuilder.changed(organization, shown.lastModified());
        for (var identifier : record.path("organization_identifiers")) {
            var named = FhirJsonBuilder.object();
            FhirJsonBuilder.text(
                    named, "system", identifier.path("identifier_scheme").textValue());
            FhirJsonBuilder.text(named, "value", identifier.path("identifier").textValue());
            FhirJsonBuilder.add(organization, "identifier", named);
        }
        FhirJsonBuilder.text(organization, "name", record.path("name").textValue());
        FhirJsonBuilder.add(organization, "alias", record.path("alternate_name").textValue());
        TelecomMapper.addTo(organization, record, "website");
        if (record.hasNonNull("parent_organization_id")) {
            organization.set(
                    "partOf",
                    FhirJsonBuilder.reference(
                            TYPE, record.path("parent_organization_id").asText(), null));
        }
        return organization;
    }
}
