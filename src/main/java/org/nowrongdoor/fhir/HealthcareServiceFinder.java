package org.nowrongdoor.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.nowrongdoor.directory.ServiceContactFinder;
import org.nowrongdoor.directory.ServiceViews;
import org.nowrongdoor.directory.query.WantedServices;
import org.nowrongdoor.http.parameter.ParameterProblems;
import org.nowrongdoor.http.record.RenderedRecord;
import org.nowrongdoor.http.record.Slice;

/** Finds services as FHIR asks for them. */
@Singleton
class HealthcareServiceFinder {

    static final List<String> PARAMETERS = List.of(
            "name",
            "name:contains",
            "name:exact",
            "active",
            "organization",
            "service-type",
            "location",
            "coverage-area");

    private final ServiceViews views;
    private final ServiceContactFinder contacts;
    private final HealthcareServiceMapper services;
    private final RegionMapper areas;

    HealthcareServiceFinder(
            ServiceViews views, ServiceContactFinder contacts, HealthcareServiceMapper services, RegionMapper areas) {
        this.views = views;
        this.contacts = contacts;
        this.services = services;
        this.areas = areas;
    }

    /** A service as FHIR tells it, and when anything shown in it last changed. */
    record Found(ObjectNode resource, Instant lastModified) {}

    /** The service with an id, if a person may be sent to it. */
    Optional<Found> find(UUID id, String lang) {
        var shown = views.listing(WantedServices.one(id)).slice(Slice.after(null, 1));
        return resources(shown, lang).stream()
                .map(resource -> new Found(resource, shown.get(0).lastModified()))
                .findFirst();
    }

    private List<ObjectNode> resources(List<RenderedRecord> shown, String lang) {
        var reached = contacts.list(shown);
        return IntStream.range(0, shown.size())
                .mapToObj(i -> services.of(shown.get(i), reached.get(i), lang))
                .toList();
    }

    SearchsetBundle run(MultivaluedMap<String, String> given, Optional<URI> base, String lang) {
        var asked = FhirQuery.of(given, PARAMETERS);
        var listing = views.listing(wanted(asked));
        int count = asked.count();
        var after = asked.text("_after").map(FhirQuery::uuid).orElse(null);
        // One more than the page holds tells whether there is a next one.
        var found = count == 0 ? List.<RenderedRecord>of() : listing.slice(Slice.after(after, count + 1));
        var page = found.subList(0, Math.min(count, found.size()));
        var next = found.size() > count
                ? page.get(page.size() - 1).body().path("id").asText()
                : null;
        var entries = resources(page, lang).stream()
                .map(resource -> SearchsetBundle.entry(base, resource))
                .toList();
        return new SearchsetBundle(base, HealthcareServiceMapper.TYPE, asked, listing.count(), entries, next);
    }

    private WantedServices wanted(FhirQuery asked) {
        return new WantedServices(
                asked.id(),
                asked.name(),
                asked.flag("active"),
                asked.referenceId("organization", OrganizationMapper.TYPE),
                asked.text("service-type").map(services::termIds),
                asked.referenceId("location", LocationMapper.TYPE),
                asked.reference("coverage-area", LocationMapper.TYPE).map(this::area));
    }

    private List<String> area(String id) {
        return areas.find(id)
                .map(areas::serving)
                .orElseThrow(() -> ParameterProblems.value(
                        "coverage-area",
                        "Location/region-<id>, or the id of a region, such as MN, 27053 or MN/minneapolis (GET /regions?q=)",
                        id));
    }
}
