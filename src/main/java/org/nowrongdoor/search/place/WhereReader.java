package org.nowrongdoor.search.place;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;
import org.nowrongdoor.region.Coverage;
import org.nowrongdoor.region.Place;
import org.nowrongdoor.region.PlaceFinder;
import org.nowrongdoor.region.Point;
import org.nowrongdoor.region.Region;
import org.nowrongdoor.region.RegionKind;
import org.nowrongdoor.region.Regions;
import org.nowrongdoor.search.model.RequestFaults;
import org.nowrongdoor.search.model.SearchPage;
import org.nowrongdoor.search.model.SearchRequest;

/** Reads where the client looks for help. Resolved here and nowhere else: the place leaves this server never. */
@Singleton
public class WhereReader {

    static final double DEFAULT_RADIUS_KM = 40;
    private static final double LARGEST_RADIUS_KM = 500;

    private final PlaceFinder finder;
    private final Regions regions;

    WhereReader(PlaceFinder finder, Regions regions) {
        this.finder = finder;
        this.regions = regions;
    }

    /** What a location came to.
     *  @param where null when it is not clear, or when none was given
     *  @param place as it is printed back
     *  @param unresolved what was not clear */
    public record Reading(
            @Nullable SearchedPlace where,
            SearchPage.@Nullable UnderstoodPlace place,
            List<SearchPage.Unresolved> unresolved) {
        static final Reading NONE = new Reading(null, null, List.of());

        /** Whether no other place can be meant. */
        public boolean isSure() {
            return place == null || place.sure();
        }
    }

    public Reading read(SearchRequest.@Nullable Location location, RequestFaults faults) {
        if (location == null) {
            return Reading.NONE;
        }
        faults.range("/where/radius_km", location.radiusKm(), 0.1, LARGEST_RADIUS_KM);
        var ways = Stream.of(location.region(), location.place(), location.postalCode(), location.lat())
                .filter(Objects::nonNull)
                .count();
        if ((location.lat() == null) != (location.lon() == null)) {
            faults.add("/where", "lat needs lon beside it, and lon lat; add the one that is missing");
            return Reading.NONE;
        }
        if (ways == 0) {
            faults.add("/where", "where must hold one of region, place, postal_code, or lat with lon; add one");
            return Reading.NONE;
        }
        if (ways != 1) {
            faults.add(
                    "/where",
                    "where must hold exactly one of region, place, postal_code, or lat with lon; remove what is too"
                            + " much");
            return Reading.NONE;
        }
        var radius = location.radiusKm() == null ? DEFAULT_RADIUS_KM : location.radiusKm();
        if (location.place() != null && location.place().isBlank()) {
            faults.add("/where/place", "place must not be empty; leave where out to ask everywhere");
            return Reading.NONE;
        }
        if (location.region() != null) {
            return region(location.region(), faults);
        }
        return place(location, radius, faults);
    }

    /** A word that stands in no record: perhaps a place that is too small to be taken for one. */
    public SearchPage.Unresolved unheardOf(String word) {
        var place = finder.findByName(word, null);
        var called = Stream.concat(place.resolved().stream(), place.candidates().stream())
                .map(region -> new SearchPage.Candidate(region.id(), region.name()))
                .toList();
        return new SearchPage.Unresolved(
                word, called.isEmpty() ? SearchPage.Unresolved.WORDS : SearchPage.Unresolved.PLACE, called);
    }

    /** A place that was read from words, or what may be one.
     *  @param isSure whether no other can be meant
     *  @param also what else may be meant */
    public Reading of(Place place, boolean isSure, List<Region> also) {
        var read = reading(place, DEFAULT_RADIUS_KM);
        return read.place() == null
                ? read
                : new Reading(read.where(), read.place().likely(isSure, candidates(also)), read.unresolved());
    }

    /** Names in words that may be places, to be asked about. */
    public Reading asked(List<Place> places) {
        return new Reading(null, null, places.stream().map(WhereReader::unclear).toList());
    }

    private static SearchPage.Unresolved unclear(Place place) {
        var text = Objects.requireNonNullElse(place.from(), "");
        return new SearchPage.Unresolved(text, SearchPage.Unresolved.PLACE, candidates(place.candidates()));
    }

    private Reading region(String id, RequestFaults faults) {
        var region = regions.find(id);
        if (region.isEmpty()) {
            faults.add(
                    "/where/region",
                    "region must be an id such as us, MN, 27053 or MN/minneapolis, was \"" + RequestFaults.shorten(id)
                            + "\". GET /regions?q= finds ids.");
            return Reading.NONE;
        }
        var coverage = Coverage.ofRegion(regions, region.get().id());
        return new Reading(where(coverage, null, DEFAULT_RADIUS_KM), understood(region.get(), false), List.of());
    }

    private Reading place(SearchRequest.Location location, double radius, RequestFaults faults) {
        try {
            if (location.lat() != null && location.lon() != null) {
                return reading(finder.findPoint(location.lat(), location.lon()), radius);
            }
            if (location.postalCode() != null) {
                return reading(finder.findPostalCode(location.postalCode()), radius);
            }
            return reading(finder.find(Objects.requireNonNull(location.place())), radius);
        } catch (ProblemException e) {
            if (e.kind() == ProblemKind.TOO_COSTLY) {
                throw e;
            }
            faults.add("/where", e.problem().detail());
            return Reading.NONE;
        }
    }

    private Reading reading(Place place, double radius) {
        var region = place.resolved();
        if (region.isEmpty()) {
            return asked(List.of(place));
        }
        var point = place.point();
        var where = where(Coverage.ofPlace(regions, place), point, radius);
        return new Reading(where, understood(region.get(), place.approximate()), List.of());
    }

    private static List<SearchPage.Candidate> candidates(List<Region> regions) {
        return regions.stream()
                .map(c -> new SearchPage.Candidate(c.id(), c.name()))
                .toList();
    }

    private static SearchPage.UnderstoodPlace understood(Region region, boolean approximate) {
        return new SearchPage.UnderstoodPlace(region.id(), region.name(), approximate, true, List.of());
    }

    private SearchedPlace where(Coverage coverage, @Nullable Point point, double radius) {
        return new SearchedPlace(
                ofKind(coverage, RegionKind.PLACE),
                ofKind(coverage, RegionKind.COUNTY),
                ofKind(coverage, RegionKind.STATE),
                coverage.within(),
                point,
                radius);
    }

    private Set<String> ofKind(Coverage coverage, RegionKind kind) {
        return coverage.covering().stream()
                .filter(id -> regions.get(id).kind() == kind)
                .collect(Collectors.toUnmodifiableSet());
    }
}
