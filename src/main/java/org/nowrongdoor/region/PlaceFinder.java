package org.nowrongdoor.region;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;
import org.nowrongdoor.region.PostalCodes.PostalCode;

/** Understands where someone means: a name, a postal code or coordinates. Asks no other service. */
@Singleton
public class PlaceFinder {

    /** The most words in the name of a state, as people write it. */
    // 6: "islas virgenes de los estados unidos"
    public static final int MOST_STATE_WORDS = 6;

    // 10: one reading is taken for meant when it has ten times the people of the next.
    private static final int DOMINANT = 10;
    // 10: people say "county" when they mean one, so a bare name counts for a county only with a tenth of its people.
    private static final int BARE_COUNTY = 10;
    // 200: farther than that from any place of the list is another country or the sea.
    private static final double FARTHEST_KM = 200;
    private static final int MOST_CANDIDATES = 10;
    private static final int MOST_CHARACTERS = 200;
    private static final Pattern POSTAL_CODE = Pattern.compile("(?:.*\\D)?(\\d{5})(?:-?\\d{4})?");

    private final Regions regions;
    private final PlaceNames names;
    private final NearestPlaceFinder nearest;

    /** Finds among the packaged names. */
    public PlaceFinder(Regions regions) {
        this.regions = regions;
        names = PackagedGazetteer.names();
        nearest = new NearestPlaceFinder(regions.list().stream()
                .filter(region -> region.kind() == RegionKind.PLACE)
                .toList());
    }

    /** What a text means: a place with or without its state, a county, a state, a postal code or a region id.
     *  @return unresolved with candidates, the largest first, when several are meant or none is quite called so */
    public Place find(String text) {
        var trimmed = text.strip();
        if (trimmed.isEmpty() || trimmed.length() > MOST_CHARACTERS) {
            return Place.unclear(text, List.of());
        }
        var code = POSTAL_CODE.matcher(trimmed);
        if (code.matches()) {
            return findPostalCode(code.group(1));
        }
        var byId = trimmed.indexOf('/') > 0 ? regions.find(trimmed) : Optional.<Region>empty();
        if (byId.isPresent()) {
            return Place.of(byId.get(), trimmed, List.of());
        }
        var key = PlaceNames.key(trimmed);
        if (key.isEmpty()) {
            return Place.unclear(text, List.of());
        }
        return names.state(key)
                .map(state -> state(state, key, trimmed))
                .orElseGet(() -> byName(ParsedPlaceName.of(trimmed, names), key, trimmed));
    }

    /** A state or the nation by its code or name, to the letter. */
    public Optional<Region> findState(String text) {
        return names.state(PlaceNames.key(text));
    }

    /** What is called so, to the letter: nothing is guessed.
     *  @param state where it lies; null when no one said
     *  @return unresolved with candidates when several are, and with none when nothing is */
    public Place findByName(String name, @Nullable Region state) {
        return only(names::byName, name, state);
    }

    /** What is called so in addition to its usual name, in a state that was said. */
    public Place findByOtherName(String name, Region state) {
        var found = only(names::byOtherName, name, state);
        var town = names.town(reading(name, state));
        return found.resolved().isPresent() || town == null
                ? found
                : new Place(county(town), town.point(), name, true, List.of());
    }

    /** What is called nearly so: by another name, or with one slip. Looks at every name, so ask only for what is likely one.
     *  @param state where it lies; null when no one said */
    public Place findNearly(String name, @Nullable Region state) {
        var slip = state == null ? names.stateWithSlip(PlaceNames.key(name)) : Optional.<Region>empty();
        if (slip.isPresent()) {
            return Place.of(slip.get(), name, List.of());
        }
        var other = only(names::byOtherName, name, state);
        return other.candidates().isEmpty() && other.resolved().isEmpty() ? only(names::bySlip, name, state) : other;
    }

    private Place only(Function<ParsedPlaceName, List<Region>> look, String name, @Nullable Region state) {
        var reading = reading(name, state);
        var found = look.apply(reading);
        return found.isEmpty() ? Place.unclear(name, found) : choose(found, reading, name);
    }

    private static ParsedPlaceName reading(String name, @Nullable Region state) {
        return ParsedPlaceName.single(PlaceNames.key(name), state == null ? null : state.stateCode());
    }

    /** Where a postal code is: its point, and the place it belongs to, or the county. Military post is somewhere else. */
    public Place findPostalCode(String text) {
        var code = text.strip();
        var postal = code.length() < 5 ? Optional.<PostalCode>empty() : postalCode(code);
        return postal.map(known -> at(known, text)).orElseGet(() -> Place.unclear(text, List.of()));
    }

    /** Where coordinates are: the county of the nearest place, which may not be the right one near a border.
     *  @throws ProblemException INVALID_PARAMETER when they are not on earth, or far from any place we know */
    public Place findPoint(double latitude, double longitude) {
        checkRange("lat", latitude, 90);
        checkRange("lon", longitude, 180);
        var point = new Point(latitude, longitude);
        var place = nearest.to(point);
        if (place.point().kmTo(point) > FARTHEST_KM) {
            throw ProblemException.of(
                    ProblemKind.INVALID_PARAMETER,
                    "lat and lon lie more than 200 km from every place of the United States and its territories;"
                            + " send a point there, or leave where out to ask everywhere");
        }
        return new Place(regions.widen(place.id(), RegionKind.COUNTY), point, null, true, List.of());
    }

    private static void checkRange(String name, double value, int bound) {
        if (!(Math.abs(value) <= bound)) {
            throw ProblemException.of(
                    ProblemKind.INVALID_PARAMETER, name + " must be -" + bound + " to " + bound + ", was " + value);
        }
    }

    private Optional<PostalCode> postalCode(String code) {
        return code.matches("\\d{5}(-?\\d{4})?")
                ? regions.gazetteer().postalCodes().find(code.substring(0, 5))
                : Optional.empty();
    }

    private Place at(PostalCode code, String from) {
        if (regions.find(code.state()).isEmpty()) {
            return new Place(regions.get(Region.NATION), null, from, true, List.of());
        }
        var town = new ParsedPlaceName(PlaceNames.key(code.town()), code.state(), false);
        var county = county(code);
        var region = names.byName(town).stream()
                .filter(place -> place.kind() == RegionKind.PLACE && regions.covers(county.id(), place.id()))
                .findFirst()
                .orElse(county);
        return new Place(region, code.point(), from, false, List.of());
    }

    private Region county(PostalCode code) {
        return regions.find(regions.gazetteer().countyId(code.state(), code.countyPart()))
                .orElseGet(() -> regions.widen(nearest.to(code.point()).id(), RegionKind.COUNTY));
    }

    /** A state's name is the state, even where a city has it too; the city is among the candidates. */
    private Place state(Region state, String key, String from) {
        var reading = new ParsedPlaceName(key, null, false);
        return Place.of(state, from, largestFirst(names.byName(reading), reading));
    }

    private Place byName(List<ParsedPlaceName> readings, String key, String from) {
        for (var look : List.<Function<ParsedPlaceName, List<Region>>>of(names::byName, names::byOtherName)) {
            for (var reading : readings) {
                var found = look.apply(reading);
                if (!found.isEmpty()) {
                    return choose(found, reading, from);
                }
            }
        }
        for (var reading : readings) {
            var town = names.town(reading);
            if (town != null) {
                return new Place(county(town), town.point(), from, true, List.of());
            }
        }
        return bySlip(readings, key, from);
    }

    private Place bySlip(List<ParsedPlaceName> readings, String key, String from) {
        var state = names.stateWithSlip(key);
        if (state.isPresent()) {
            return Place.of(state.get(), from, List.of());
        }
        for (var reading : readings) {
            var found = names.bySlip(reading);
            if (!found.isEmpty()) {
                return choose(found, reading, from);
            }
        }
        var last = readings.get(readings.size() - 1);
        return Place.unclear(from, names.nearest(last, MOST_CANDIDATES / 2));
    }

    private Place choose(List<Region> found, ParsedPlaceName reading, String from) {
        var ranked = largestFirst(found, reading);
        var first = ranked.get(0);
        var rival = ranked.stream()
                .skip(1)
                .filter(other -> first.kind() == RegionKind.COUNTY || other.kind() == RegionKind.PLACE)
                .findFirst();
        var isMeant =
                rival.isEmpty() || weight(first, reading) >= DOMINANT * Math.max(1.0, weight(rival.get(), reading));
        return isMeant ? Place.of(first, from, ranked.subList(1, ranked.size())) : Place.unclear(from, ranked);
    }

    /** A county that holds a place of the same name is no reading of its own. */
    private List<Region> largestFirst(List<Region> found, ParsedPlaceName reading) {
        var places = found.stream()
                .filter(region -> region.kind() == RegionKind.PLACE)
                .toList();
        return found.stream()
                .filter(region -> region.kind() == RegionKind.PLACE
                        || places.stream().noneMatch(place -> regions.covers(region.id(), place.id())))
                .sorted(Comparator.<Region>comparingDouble(region -> -weight(region, reading))
                        .thenComparing(Region::id))
                .limit(MOST_CANDIDATES)
                .toList();
    }

    private static double weight(Region region, ParsedPlaceName reading) {
        var isBareCounty = region.kind() == RegionKind.COUNTY && !reading.isCounty();
        return isBareCounty ? (double) region.population() / BARE_COUNTY : region.population();
    }
}
