package org.nowrongdoor.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The statement of what our FHIR interface can do, made from the names that the searches read. */
final class CapabilityStatementBuilder {

    // FHIR wants to know since when it reads as it does.
    private static final String SINCE = "2026-11-22";

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("_id", "token"),
            Map.entry("name", "string"),
            Map.entry("active", "token"),
            Map.entry("organization", "reference"),
            Map.entry("service-type", "token"),
            Map.entry("location", "reference"),
            Map.entry("coverage-area", "reference"),
            Map.entry("address-city", "string"),
            Map.entry("address-state", "string"),
            Map.entry("address-postalcode", "string"),
            Map.entry("near", "special"));

    private static final Map<String, String> REMARKS = Map.of(
            "name",
            "Whatever case and accents; also name:contains and name:exact",
            "service-type",
            "System " + HealthcareServiceMapper.NEEDS
                    + "; several codes with commas, any of them; what lies under a code counts",
            "coverage-area",
            "A Location/region-<id>: what serves it or a part of it",
            "near",
            "Public places within the great-circle distance, the nearest first; 40 km when no distance is given");

    private CapabilityStatementBuilder() {}

    static ObjectNode at(Optional<URI> base) {
        var statement = FhirJsonBuilder.object().put("resourceType", "CapabilityStatement");
        statement
                .put("status", "active")
                .put("date", SINCE)
                .put("kind", "instance")
                .put("fhirVersion", "4.0.1");
        FhirJsonBuilder.add(statement, "format", "json");
        FhirJsonBuilder.add(statement, "format", FhirJsonBuilder.MEDIA_TYPE);
        statement.putObject("software").put("name", "No Wrong Door");
        statement
                .putObject("implementation")
                .put("description", "A referral directory; the same records as HSDS shows them")
                .put("url", base.map(URI::toString).orElse("/fhir/"));
        var rest = FhirJsonBuilder.object().put("mode", "server");
        rest.put(
                "documentation",
                "To read, without a key but for referrals. A place that is not public is told as far as its published area and no search finds"
                        + " it. A search may be sent as POST to _search, so that no URL keeps it.");
        rest.putObject("security").put("cors", true);
        for (var resource : resources()) {
            FhirJsonBuilder.add(rest, "resource", resource);
        }
        FhirJsonBuilder.add(statement, "rest", rest);
        return statement;
    }

    private static List<ObjectNode> resources() {
        return List.of(
                resource(HealthcareServiceMapper.TYPE, HealthcareServiceFinder.PARAMETERS),
                resource(LocationMapper.TYPE, LocationFinder.PARAMETERS),
                resource(OrganizationMapper.TYPE, OrganizationFinder.PARAMETERS),
                referral(ReferralTaskMapper.TASK),
                referral(ReferralTaskMapper.REQUEST));
    }

    private static ObjectNode referral(String type) {
        var resource = FhirJsonBuilder.object().put("type", type);
        FhirJsonBuilder.add(resource, "interaction", FhirJsonBuilder.object().put("code", "read"));
        resource.put("documentation", "The caller's own referrals, with a key; whom one is about is masked");
        resource.put("versioning", "no-version");
        return resource;
    }

    private static ObjectNode resource(String type, List<String> parameters) {
        var resource = FhirJsonBuilder.object().put("type", type);
        for (var code : List.of("read", "search-type")) {
            FhirJsonBuilder.add(
                    resource, "interaction", FhirJsonBuilder.object().put("code", code));
        }
        resource.put("versioning", "no-version");
        var names = new ArrayList<>(List.of("_id"));
        parameters.stream().filter(name -> !name.contains(":")).forEach(names::add);
        for (var name : names) {
            var parameter = FhirJsonBuilder.object().put("name", name).put("type", TYPES.getOrDefault(name, "string"));
            FhirJsonBuilder.text(parameter, "documentation", REMARKS.get(name));
            FhirJsonBuilder.add(resource, "searchParam", parameter);
        }
        return resource;
    }
}
