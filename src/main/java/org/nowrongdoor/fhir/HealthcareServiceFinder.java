package org.nowrongdoor.fhir;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
    private final HealthcareServiceMapper services;
    private final RegionMapper areas;

    HealthcareServiceFinder(ServiceViews views, HealthcareServiceMapper services, RegionMapper areas) {
        this.views = views;
        this.services = services;
        this.areas = areas;
    }

    /** The service with an id, if a person may be sent to it. */
    Optional<RenderedRecord> find(UUID id) {
        return views.listing(WantedServices.one(id)).slice(Slice.after(null, 1)).stream()
                .findFirst();
    }

    SearchsetBundle run(MultivaluedMap<String, String> given, URI base) {
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
        var entries = page.stream()
                .map(services::of)
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
