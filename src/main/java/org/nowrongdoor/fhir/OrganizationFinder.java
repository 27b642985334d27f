package org.nowrongdoor.fhir;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.nowrongdoor.directory.OrganizationViews;
import org.nowrongdoor.directory.query.WantedOrganizations;
import org.nowrongdoor.http.record.RenderedRecord;
import org.nowrongdoor.http.record.Slice;

/** Finds organisations as FHIR asks for them. */
@Singleton
class OrganizationFinder {

    static final List<String> PARAMETERS = List.of("name", "name:contains", "name:exact");

    private final OrganizationViews views;

    OrganizationFinder(OrganizationViews views) {
        this.views = views;
    }

    SearchsetBundle run(MultivaluedMap<String, String> given, Optional<URI> base) {
        var asked = FhirQuery.of(given, PARAMETERS);
        var listing = views.listing(new WantedOrganizations(asked.id(), asked.name()));
        int count = asked.count();
        var after = asked.text("_after").map(FhirQuery::uuid).orElse(null);
        var found = count == 0 ? List.<RenderedRecord>of() : listing.slice(Slice.after(after, count + 1));
        var page = found.subList(0, Math.min(count, found.size()));
        var next = found.size() > count
                ? page.get(page.size() - 1).body().path("id").asText()
                : null;
        var entries = page.stream()
                .map(OrganizationMapper::of)
                .map(resource -> SearchsetBundle.entry(base, resource))
                .toList();
        return new SearchsetBundle(base, OrganizationMapper.TYPE, asked, listing.count(), entries, next);
    }
}
