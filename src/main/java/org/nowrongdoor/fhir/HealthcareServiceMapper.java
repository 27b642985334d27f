package org.nowrongdoor.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.nowrongdoor.directory.contact.ServiceContact;
import org.nowrongdoor.directory.disclosure.DisclosureBuilder;
import org.nowrongdoor.directory.record.Disclosure;
import org.nowrongdoor.http.parameter.JsonTrees;
import org.nowrongdoor.http.record.RenderedRecord;
import org.nowrongdoor.region.Regions;
import org.nowrongdoor.taxonomy.TermIds;
import org.nowrongdoor.taxonomy.Terms;

/** Services as FHIR tells them, made from what is shown outside and from nothing else.
 *  Disclosures stand in {@code comment}, before any way to reach the service.
 *  @see "HL7 FHIR R4, HealthcareService" */
@Singleton
class HealthcareServiceMapper {

    static final String TYPE = "HealthcareService";

    /** The system of our needs: the taxonomy's own id, which is the same in every installation. */
    static final String NEEDS = "urn:uuid:" + TermIds.TAXONOMY;

    private static final String LANGUAGES = "urn:ietf:bcp:47";

    private final Terms terms;
    private final Regions regions;
    private final JsonTrees trees;
    private final Clock clock;

    HealthcareServiceMapper(Terms terms, Regions regions, JsonTrees trees, Clock clock) {
        this.terms = terms;
        this.regions = regions;
        this.trees = trees;
        this.clock = clock;
    }

    /** The resource of a service as HSDS shows it.
     *  @param contact how it is reached, by its own record and those of its locations
     *  @param lang of what is told before contact */
    ObjectNode of(RenderedRecord shown, ServiceContact contact, String lang) {
        var record = shown.body().deepCopy();
        record.set("phones", trees.write(contact.phones()));
        var service = FhirJsonBuilder.resource(TYPE, record.path("id").asText());
        FhirJsonBuilder.changed(service, shown.lastModified());
        service.put("active", record.path("status").asText().equals("active"));
        var organization = record.path("organization");
        if (organization.has("id")) {
            service.set(
                    "providedBy",
                    FhirJsonBuilder.reference(
                            "Organization",
                            organization.path("id").asText(),
                            organization.path("name").textValue()));
        }
        addTypes(service, record);
        record.path("service_at_locations").forEach(at -> addLocation(service, at.path("location")));
        FhirJsonBuilder.text(service, "name", record.path("name").textValue());
        FhirJsonBuilder.text(service, "comment", told(record, lang));
        FhirJsonBuilder.text(service, "extraDetails", record.path("description").textValue());
        TelecomMapper.addTo(service, record, "url");
        record.path("service_areas").forEach(area -> addArea(service, area));
        addEligibility(service, record);
        addFacts(service, record.path("facts"));
        addCapacity(service, record.path("capacity"));
        addLanguages(service, trees.write(contact.languages()));
        AvailabilityMapper.addTo(
                service,
                contact.hours().stream()
                        .map(said -> trees.write(said.schedules()))
                        .toList());
        return service;
    }

    /** A need together with what it lies under: who asks for shelter finds the shelter for tonight. */
    private void addTypes(ObjectNode service, JsonNode record) {
        var tree = terms.tree();
        for (var attribute : record.path("attributes")) {
            var id = attribute
                    .path("taxonomy_term")
                    .path("id")
                    .asText(attribute.path("taxonomy_term_id").asText());
            tree.find(uuid(id)).ifPresent(term -> {
                var type = FhirJsonBuilder.object();
                for (var code : tree.withAncestors(term.code())) {
                    FhirJsonBuilder.add(type, "coding", FhirJsonBuilder.coding(NEEDS, code, tree.labelEn(code)));
                }
                FhirJsonBuilder.text(type, "text", term.labelEn());
                FhirJsonBuilder.add(service, "type", type);
            });
        }
    }

    private static UUID uuid(String text) {
        return text.length() == 36 ? UUID.fromString(text) : new UUID(0, 0);
    }

    private static void addLocation(ObjectNode service, JsonNode location) {
        if (location.has("id")) {
            FhirJsonBuilder.add(
                    service,
                    "location",
                    FhirJsonBuilder.reference(
                            LocationMapper.TYPE,
                            location.path("id").asText(),
                            location.path("name").textValue()));
        }
    }

    /** Disclosures, then what is asked of a client, then how the provider wants to be reached. */
    private String told(JsonNode record, String lang) {
        var texts = new ArrayList<String>();
        DisclosureBuilder.in(lang, trees.list(record.path("disclosures"), Disclosure.class))
                .forEach(disclosure -> texts.add(disclosure.text()));
        texts.addAll(ToldComment.of(record, trees, today(), lang));
        return String.join(" ", texts);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** An area whose extent is a drawing, or words, is told by its name. */
    private void addArea(ObjectNode service, JsonNode area) {
        var name = area.path("name").textValue();
        var extent = area.path("extent").textValue();
        if (extent != null && regions.find(extent).isPresent()) {
            FhirJsonBuilder.add(
                    service,
                    "coverageArea",
                    FhirJsonBuilder.reference(LocationMapper.TYPE, RegionMapper.idOf(extent), name));
        } else {
            var named = FhirJsonBuilder.object();
            FhirJsonBuilder.text(named, "display", name);
            FhirJsonBuilder.add(service, "coverageArea", named);
        }
    }

    private static void addEligibility(ObjectNode service, JsonNode record) {
        var stated = new LinkedHashSet<String>();
        var whole = record.path("eligibility_description").textValue();
        if (whole != null) {
            stated.add(whole);
        }
        collect(record.path("eligibility"), stated);
        for (var words : stated) {
            var rule = FhirJsonBuilder.object();
            FhirJsonBuilder.text(rule, "comment", words);
            FhirJsonBuilder.add(service, "eligibility", rule);
        }
    }

    private static void collect(JsonNode rule, Set<String> stated) {
        var words = rule.path("as_stated").textValue();
        if (words != null) {
            stated.add(words);
        }
        rule.forEach(inner -> collect(inner, stated));
    }

    private static void addFacts(ObjectNode service, JsonNode facts) {
        facts.properties().forEach(fact -> {
            var value = words(fact.getValue().path("value"));
            if (!value.isEmpty() && !value.equals("unknown")) {
                FhirJsonBuilder.add(
                        service,
                        "characteristic",
                        FhirJsonBuilder.concept(fact.getKey().replace('_', ' ') + ": " + value));
            }
        });
    }

    private static void addCapacity(ObjectNode service, JsonNode capacity) {
        var code = capacity.path("code").asText("unknown");
        if (!code.equals("unknown")) {
            var reported = capacity.path("reported_at").textValue();
            FhirJsonBuilder.add(
                    service,
                    "characteristic",
                    FhirJsonBuilder.concept("capacity: " + code + (reported == null ? "" : ", reported " + reported)));
        }
    }

    private static String words(JsonNode value) {
        if (!value.isArray()) {
            return value.asText("");
        }
        var all = new ArrayList<String>();
        value.forEach(one -> all.add(one.asText()));
        return String.join(", ", all);
    }

    private static void addLanguages(ObjectNode service, JsonNode languages) {
        for (var language : languages) {
            var code = language.path("code").textValue();
            var name = language.path("name").textValue();
            FhirJsonBuilder.add(
                    service,
                    "communication",
                    code == null || code.isBlank()
                            ? FhirJsonBuilder.concept(name)
                            : FhirJsonBuilder.concept(LANGUAGES, code, name));
        }
    }

    /** The ids of the terms that a comma-separated list of tokens names, with those under them; none for a strange one. */
    List<UUID> termIds(String tokens) {
        var tree = terms.tree();
        return Arrays.stream(tokens.split(",", -1))
                .map(String::strip)
                .filter(token -> !token.contains("|") || token.startsWith(NEEDS + "|") || token.startsWith("|"))
                .map(token -> token.substring(token.indexOf('|') + 1))
                .flatMap(code -> tree.withDescendants(code).stream())
                .flatMap(code -> tree.find(code).stream())
                .map(term -> term.id())
                .collect(Collectors.toList());
    }
}
