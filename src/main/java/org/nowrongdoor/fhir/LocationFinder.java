package org.nowrongdoor.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.LocationViews;
import org.nowrongdoor.directory.query.LocationHit;
import org.nowrongdoor.directory.query.WantedLocations;
import org.nowrongdoor.http.parameter.ParameterProblems;
import org.nowrongdoor.http.record.RenderedRecord;

/** Finds public places as FHIR asks for them, the nearest first where it asks for near. */
@Singleton
class LocationFinder {

    static final List<String> PARAMETERS = List.of(
            "name",
            "name:contains",
            "name:exact",
            "organization",
            "address-city",
            "address-state",
            "address-postalcode",
            "near");

    private static final String DISTANCE = "http://hl7.org/fhir/StructureDefinition/location-distance";

    private final LocationViews views;

    LocationFinder(LocationViews views) {
        this.views = views;
    }

    SearchsetBundle run(MultivaluedMap<String, String> given, Optional<URI> base) {
        var asked = FhirQuery.of(given, PARAMETERS);
        var wanted = wanted(asked);
        int count = asked.count();
        var last = asked.text("_after").map(LocationFinder::last).orElse(null);
        var found = count == 0 ? List.<LocationHit>of() : views.list(wanted, last, count + 1);
        var page = found.subList(0, Math.min(count, found.size()));
        @Nullable String next = found.size() > count ? mark(page.get(page.size() - 1)) : null;
        var isNear = wanted.near().isPresent();
        var entries = page.stream().map(place -> entry(base, place, isNear)).toList();
        return new SearchsetBundle(base, LocationMapper.TYPE, asked, views.count(wanted), entries, next);
    }

    private static WantedLocations wanted(FhirQuery asked) {
        return new WantedLocations(
                asked.id(),
                asked.name(),
                asked.referenceId("organization", OrganizationMapper.TYPE),
                asked.text("address-city"),
                asked.text("address-state"),
                asked.text("address-postalcode"),
                Optional.ofNullable(asked.values().get("near")).map(NearParameter::circle));
    }

    private static ObjectNode entry(Optional<URI> base, LocationHit place, boolean isNear) {
        var entry = SearchsetBundle.entry(base, LocationMapper.of(place.shown()));
        if (isNear) {
            var distance = FhirJsonBuilder.object().put("url", DISTANCE);
            distance.putObject("valueDistance")
                    .put("value", Math.round(place.metres()))
                    .put("unit", "m")
                    .put("system", "http://unitsofmeasure.org")
                    .put("code", "m");
            FhirJsonBuilder.add((ObjectNode) entry.path("search"), "extension", distance);
        }
        return entry;
    }

    private static String mark(LocationHit place) {
        return place.metres() + "~" + place.id();
    }

    private static LocationHit last(String mark) {
        if (!mark.matches("\\d{1,8}\\.\\d{1,20}(E-?\\d{1,2})?~[0-9a-f-]{36}")) {
            throw ParameterProblems.parameter("_after", "_after must be as a next link has it");
        }
        int at = mark.indexOf('~');
        return new LocationHit(
                FhirQuery.uuid(mark.substring(at + 1)),
                new RenderedRecord(FhirJsonBuilder.object(), Instant.EPOCH),
                Double.parseDouble(mark.substring(0, at)));
    }
}
