package org.nowrongdoor.fhir;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a parameter of a FHIR search means, in the description of the API. */
enum FhirParameter {
    NAME("name", "Begins with this, whatever case and accents", "Open"),
    NAME_CONTAINS("name:contains", "Has this anywhere in it", "door"),
    NAME_EXACT("name:exact", "Is this, whatever case and accents", "Open door"),
    ACTIVE("active", "Whether it runs", "true"),
    ORGANIZATION(
            "organization",
            "Who provides it, or whose place it is",
            "Organization/ac148810-d857-441c-9679-408f346de14b"),
    SERVICE_TYPE(
            "service-type",
            "Codes of needs with or without their system, any of which it meets; what lies under a code counts",
            "shelter.emergency,substance.naloxone"),
    LOCATION("location", "The public place where it is given", "Location/ac148810-d857-441c-9679-408f346de14b"),
    COVERAGE_AREA(
            "coverage-area",
            "The region that it serves, or a part of which it serves; a region id will do",
            "Location/region-27053"),
    ADDRESS_CITY("address-city", "City of its address", "Minneapolis"),
    ADDRESS_STATE("address-state", "State of its address", "MN"),
    ADDRESS_POSTALCODE("address-postalcode", "Postal code of its address", "55404"),
    NEAR(
            "near",
            "latitude|longitude|distance|unit: within that great-circle distance, the nearest first; km, m, mi or [mi_i], 40 km when left out",
            "44.98|-93.27|10|km"),
    ID("_id", "The one with this id", "ac148810-d857-441c-9679-408f346de14b"),
    COUNT("_count", "How many a page holds, 0 to 100; 0 gives the total alone", "20"),
    AFTER("_after", "Where the page begins, as a next link has it", null),
    FORMAT("_format", "json; other formats are refused", "json");

    final String wire;
    final String description;
    final @Nullable String example;

    FhirParameter(String wire, String description, @Nullable String example) {
        this.wire = wire;
        this.description = description;
        this.example = example;
    }

    static FhirParameter get(String wire) {
        return Arrays.stream(values())
                .filter(one -> one.wire.equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(wire + " is not described"));
    }
}
