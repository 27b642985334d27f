package org.nowrongdoor.exchange.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.exchange.row.Findings;
import org.nowrongdoor.exchange.row.JsonMembers;
import org.nowrongdoor.exchange.row.JsonPath;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.region.PlaceFinder;
import org.nowrongdoor.region.Point;
import org.nowrongdoor.region.Region;
import org.nowrongdoor.text.FoldedText;

/** Whether what a location says of where it is agrees. Its county is that of its coordinates, else of its postal code, else of
 *  its city: one that was typed wrongly puts it into another county. */
@Singleton
class SiteRules {

    // 30: the middle of a large postal area is rarely farther from its edge
    private static final double MOST_KM = 30;

    private final PlaceFinder finder;

    SiteRules(PlaceFinder finder) {
        this.finder = finder;
    }

    void check(ObjectNode location, JsonPath place, Findings findings) {
        int i = 0;
        var site = point(location);
        for (var address : JsonMembers.records(location, "addresses")) {
            var at = place.at("addresses").at(i++);
            var code = JsonMembers.text(address, "postal_code");
            var ofCode = code == null ? null : finder.findPostalCode(code).point();
            var ofCity = city(address, code, ofCode);
            // Where letters go may be anywhere.
            if (site.isPresent() && !"postal".equals(JsonMembers.text(address, "address_type"))) {
                var isFarFromCode = ofCode != null && isFar(site.get(), List.of(ofCode));
                if (isFarFromCode || isFar(site.get(), ofCity)) {
                    findings.warning(
                            place.at("latitude"),
                            null,
                            "the coordinates lie more than 30 km from the " + (isFarFromCode ? "postal code" : "city")
                                    + " of the address. The county is taken from the coordinates. Check which is"
                                    + " right.");
                    return;
                }
            }
            if (ofCode != null && isFar(ofCode, ofCity)) {
                findings.warning(
                        at.at("postal_code"),
                        null,
                        "lies more than 30 km from the city of the address. The county is taken from the "
                                + (site.isPresent() ? "coordinates" : "postal code") + ". Check which is right.");
            }
        }
    }

    private static boolean isFar(Point point, List<Point> others) {
        return !others.isEmpty() && others.stream().allMatch(other -> other.kmTo(point) > MOST_KM);
    }

    /** Coordinates that lie in a county. */
    private Optional<Point> point(ObjectNode location) {
        var latitude = location.path("latitude");
        var longitude = location.path("longitude");
        if (!latitude.isNumber() || !longitude.isNumber()) {
            return Optional.empty();
        }
        try {
            finder.findPoint(latitude.doubleValue(), longitude.doubleValue());
            return Optional.of(new Point(latitude.doubleValue(), longitude.doubleValue()));
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }

    /** Wherever a city may be that is called so; where the postal code is, if the post calls that so. */
    private List<Point> city(ObjectNode address, @Nullable String code, @Nullable Point ofCode) {
        var city = JsonMembers.text(address, "city");
        var state = JsonMembers.text(address, "state_province");
        if (city == null || state == null) {
            return List.of();
        }
        if (code != null && ofCode != null && isCalled(code, city, state)) {
            return List.of(ofCode);
        }
        var found = finder.findExactly(city + ", " + state);
        return Stream.concat(
                        Stream.ofNullable(found.point()),
                        found.candidates().stream().map(Region::point))
                .toList();
    }

    /** Whether the post calls a town of that state so: there is a Saint Paul in Minnesota and in Nebraska. */
    private boolean isCalled(String code, String city, String state) {
        var named = finder.findState(state);
        return finder.findPostTown(code)
                        .filter(town -> FoldedText.of(town).equals(FoldedText.of(city)))
                        .isPresent()
                && finder.findPostalCode(code)
                        .resolved()
                        .filter(region -> named.isEmpty()
                                || named.get().id().equals(region.stateCode())
                                || named.get().id().equals(region.id()))
                        .isPresent();
    }
}
