package org.nowrongdoor.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.nowrongdoor.directory.contact.PhoneUriFormatter;
import org.nowrongdoor.directory.disclosure.DisclosureBuilder;
import org.nowrongdoor.directory.disclosure.FactAgreement;
import org.nowrongdoor.directory.query.PolicyRedactor;
import org.nowrongdoor.directory.record.Capacity;
import org.nowrongdoor.directory.record.Disclosure;
import org.nowrongdoor.directory.record.Fact;
import org.nowrongdoor.directory.record.LocationRecord;
import org.nowrongdoor.directory.record.OrganizationRecord;
import org.nowrongdoor.directory.record.ServiceAtLocationRecord;
import org.nowrongdoor.directory.record.ServiceRecord;
import org.nowrongdoor.directory.store.LocationRow;
import org.nowrongdoor.directory.store.OrganizationRow;
import org.nowrongdoor.directory.store.ServiceAtLocationRow;
import org.nowrongdoor.directory.store.ServiceRow;
import org.nowrongdoor.http.parameter.JsonTrees;
import org.nowrongdoor.http.record.DetailLevel;
import org.nowrongdoor.http.record.RecordTime;
import org.nowrongdoor.http.record.RenderedRecord;
import org.nowrongdoor.text.WireName;

/** The one door through which a record leaves: whatever is shown outside has been through here.
 *  It cuts what the location policy does not let be told and lets what has expired read unknown. */
@Singleton
class PublishedView {

    private static final List<String> SERVICE_FIELDS = serviceFields();
    private static final List<String> ORGANIZATION_FIELDS = JsonTrees.namesOf(OrganizationRecord.class);
    private static final List<String> SERVICE_AT_LOCATION_FIELDS = JsonTrees.namesOf(ServiceAtLocationRecord.class);
    private static final List<String> LOCATION_FIELDS = JsonTrees.namesOf(LocationRecord.class);

    // A person must hear disclosures before any way to reach the service, in a list as well.
    private static final Set<String> LISTS_OF_A_SHALLOW_SERVICE = Set.of("disclosures");

    // An old value may be the address of a place that has become confidential.
    private static final Set<String> CHANGES = Set.of("metadata");

    private final JsonTrees trees;
    private final Clock clock;

    PublishedView(JsonTrees trees, Clock clock) {
        this.trees = trees;
        this.clock = clock;
    }

    /** Adds to numbers what a device dials or writes to. */
    private static ObjectNode dial(ObjectNode record) {
        record.path("phones").forEach(PublishedView::dialPhone);
        record.path("contacts").forEach(contact -> contact.path("phones").forEach(PublishedView::dialPhone));
        return record;
    }

    private static void dialPhone(JsonNode node) {
        if (node instanceof ObjectNode phone) {
            var extension = phone.path("extension").isNumber()
                    ? phone.path("extension").decimalValue().toPlainString()
                    : null;
            PhoneUriFormatter.of(
                            phone.path("number").asText(""),
                            extension,
                            phone.path("type").textValue())
                    .ifPresent(uri -> phone.put("uri", uri));
        }
    }

    private ObjectNode service(ServiceRow row, DetailLevel shape) {
        if (shape == DetailLevel.MINIMAL) {
            return minimal(row.id().toString(), row.lastModified());
        }
        var service = trees.read(row.json());
        service.remove(List.of("organization", "service_at_locations"));
        service.put("id", row.id().toString());
        service.put("kind", WireName.snakeCase(row.kind()));
        service.put("location_policy", WireName.snakeCase(row.policy()));
        service.set("last_modified", trees.time(row.lastModified()));
        if (row.organizationId() != null) {
            service.put("organization_id", row.organizationId().toString());
        }
        if (service.has("program")) {
            service.remove("program_id");
        }
        expire(service);
        agree(service);
        disclose(service);
        if (row.keepsSecret()) {
            JsonTrees.dropEverywhere(service, CHANGES);
        }
        PolicyRedactor.service(service, row.policy());
        if (shape == DetailLevel.SHALLOW) {
            JsonTrees.dropLists(service, LISTS_OF_A_SHALLOW_SERVICE);
            if (service.get("program") instanceof ObjectNode program) {
                JsonTrees.dropLists(program, Set.of());
            }
        }
        return trees.arranged(dial(service), SERVICE_FIELDS);
    }

    /** An organisation without its places and services. */
    ObjectNode organization(OrganizationRow row, DetailLevel shape) {
        if (shape == DetailLevel.MINIMAL) {
            return minimal(row.id().toString(), row.lastModified());
        }
        var organization = trees.read(row.json());
        organization.remove(List.of("locations", "services"));
        if (row.keepsSecret()) {
            JsonTrees.dropEverywhere(organization, CHANGES);
        }
        if (shape == DetailLevel.SHALLOW) {
            JsonTrees.dropLists(organization, Set.of());
        }
        return trees.arranged(dial(organization), ORGANIZATION_FIELDS);
    }

    /** A place. */
    ObjectNode location(LocationRow row, DetailLevel shape) {
        if (shape == DetailLevel.MINIMAL) {
            return minimal(row.id().toString(), row.lastModified());
        }
        var location = trees.read(row.json());
        location.put("location_policy", WireName.snakeCase(row.policy()));
        if (row.organizationId() != null) {
            location.put("organization_id", row.organizationId().toString());
        }
        PolicyRedactor.location(location, row.policy());
        if (shape == DetailLevel.SHALLOW) {
            JsonTrees.dropLists(location, Set.of());
        }
        return trees.arranged(dial(location), LOCATION_FIELDS);
    }

    /** A service at a public place, with the place and without the service. */
    ObjectNode serviceAtLocation(ServiceAtLocationRow row, DetailLevel shape) {
        if (shape == DetailLevel.MINIMAL) {
            return minimal(row.id().toString(), row.lastModified());
        }
        var at = trees.read(row.json());
        at.remove(List.of("service", "location_id"));
        at.put("service_id", row.serviceId().toString());
        if (shape == DetailLevel.SHALLOW) {
            JsonTrees.dropLists(at, Set.of());
        }
        at.set("location", location(row.location(), shape));
        return trees.arranged(dial(at), SERVICE_AT_LOCATION_FIELDS);
    }

    private ObjectNode minimal(String id, Instant lastModified) {
        var minimal = trees.empty();
        minimal.put("id", id);
        minimal.set("last_modified", trees.time(lastModified));
        return minimal;
    }

    /** Shows each fact with what its statements come to today. */
    private void agree(ObjectNode service) {
        for (var stated : service.path("facts").properties()) {
            if (stated.getValue() instanceof ObjectNode fact
                    && !fact.path("statements").isEmpty()) {
                fact.set(
                        "value",
                        FactAgreement.on(today(), trees.record(fact, Fact.class))
                                .value());
            }
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** Adds what the facts and terms of a service give to what it lists itself. */
    private void disclose(ObjectNode service) {
        var all = DisclosureBuilder.of(
                trees.list(service.path("disclosures"), Disclosure.class),
                trees.map(service.path("facts"), Fact.class),
                termsOf(service.path("attributes")),
                today());
        if (!all.isEmpty()) {
            service.set("disclosures", trees.write(all));
        }
    }

    private static List<String> termsOf(JsonNode attributes) {
        return StreamSupport.stream(attributes.spliterator(), false)
                .filter(a -> "service_type".equals(a.path("link_type").textValue()))
                .flatMap(a ->
                        Stream.ofNullable(a.path("taxonomy_term").path("code").textValue()))
                .toList();
    }

    private void expire(ObjectNode service) {
        if (service.get("capacity") instanceof ObjectNode capacity
                && expiry(service).isPresent()) {
            capacity.put("code", WireName.snakeCase(Capacity.Code.UNKNOWN));
        }
    }

    /** When what a service says of its capacity expired; empty while it holds. */
    private Optional<Instant> expiry(JsonNode service) {
        return Optional.ofNullable(service.path("capacity").path("expires_at").textValue())
                .map(time -> OffsetDateTime.parse(time).toInstant())
                .filter(time -> !time.isAfter(clock.instant()));
    }

    /** A service without anything that is a row of its own, and when it last came to be shown so. */
    RenderedRecord rendered(ServiceRow row, DetailLevel shape) {
        var service = service(row, shape);
        var shown = new RenderedRecord(service, row.lastModified());
        return expiry(service)
                .map(time -> shown.touched(RecordTime.again(time)))
                .orElse(shown);
    }

    private static List<String> serviceFields() {
        var names = new ArrayList<>(JsonTrees.namesOf(ServiceRecord.class));
        names.remove("disclosures");
        names.add(names.indexOf("description"), "disclosures");
        return List.copyOf(names);
    }
}
