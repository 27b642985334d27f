package org.nowrongdoor.region;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.problem.Deadline;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;
import org.nowrongdoor.region.PostalCodes.PostalCode;

/** Understands where someone means: a name, a postal code or coordinates. Asks no other service. */
@Singleton
public class PlaceFinder {

    /** The most words in the name of a state, as people write it. */
    // 6: "islas virgenes de los estados unidos"
    public static final int MOST_STATE_WORDS = 6;

    // 200: farther than that from any place of the list is another country or the sea.
    private static final double FARTHEST_KM = 200;
    private static final int MOST_CHARACTERS = 200;
    // With its dots it is the city, and La. is Louisiana; LA is either.
    private static final Pattern LOS_ANGELES = Pattern.compile("(?i)(?:.*[ ,])?l\\.\\s*a\\.?");
    private static final String LOUISIANA = "La.";
    private static final Pattern POSTAL_CODE = Pattern.compile("(?:.*\\D)?(\\d{5})(?:-?\\d{4})?");

    private final Regions regions;
    private final PlaceNames names;
    private final NearestPlaceFinder nearest;
    private final CountyFinder counties;

    /** Finds among the packaged names. */
    public PlaceFinder(Regions regions) {
        this.regions = regions;
        names = PackagedGazetteer.names();
        nearest = new NearestPlaceFinder(regions.list().stream()
                .filter(region -> region.kind() == RegionKind.PLACE)
                .toList());
        counties = new CountyFinder(regions);
    }

    /** What a text means: a place with or without its state, a county, a state, a postal code or a region id.
     *  @return unresolved with candidates, the largest first, when several are meant or none is quite called so */
    public Place find(String text) {
        return find(text, true);
    }

    /** The same of what is written to the letter: many texts are looked up in a moment, nothing is guessed, and the part of
     *  a place is not that place. */
    public Place findExactly(String text) {
        return find(text, false);
    }

    private Place find(String text, boolean mayHaveSlip) {
        Deadline.check();
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
        var area = mayHaveSlip && !trimmed.equals(LOUISIANA) ? area(key, trimmed) : Optional.<Place>empty();
        return area.isPresent()
                ? area.get()
                : names.state(key)
                        .map(state -> state(state, key, trimmed))
                        .orElseGet(() -> named(key, trimmed, mayHaveSlip));
    }

    private Place named(String key, String trimmed, boolean mayHaveSlip) {
        var readings = ParsedPlaceName.of(trimmed, names);
        var known = byName(readings, trimmed).or(() -> inArea(trimmed));
        if (known.isPresent()) {
            return known.get();
        }
        var written = QuarterNames.written(key);
        var town = QuarterNames.townIn(written);
        if (!mayHaveSlip || QuarterNames.isOne(key) || QuarterNames.isOne(town)) {
            return Place.unclear(trimmed, List.of());
        }
        for (var part : List.of(written, town)) {
            var whole = part.equals(key)
                    ? Place.unclear(trimmed, List.of())
                    : area(part, trimmed).orElseGet(() -> find(part, false));
            if (whole.resolved().isPresent() || !whole.candidates().isEmpty()) {
                return whole.from(trimmed);
            }
        }
        return bySlip(readings, key, trimmed);
    }

    /** A town in an area: Hilo, Big Island. */
    private Optional<Place> inArea(String text) {
        int comma = text.lastIndexOf(',');
        var key = PlaceNames.key(text.substring(comma + 1));
        var parts = comma < 0 ? List.<Region>of() : names.area(ParsedPlaceName.single(key, null));
        var name = ParsedPlaceName.single(PlaceNames.key(text.substring(0, Math.max(0, comma))), null);
        var towns = names.byName(name).stream()
                .filter(town -> parts.stream().anyMatch(part -> regions.covers(part.id(), town.id())))
                .toList();
        return towns.isEmpty()
                ? area(key, text).filter(area -> comma > 0)
                : Optional.of(name.choose(towns, text, regions));
    }

    private Optional<Place> area(String key, String from) {
        return LOS_ANGELES.matcher(from).matches() && key.equals("la")
                ? Optional.of(find("Los Angeles").from(from))
                : area(ParsedPlaceName.single(key, null), from);
    }

    /** A state or the nation by its code or name, to the letter. */
    public Optional<Region> findState(String text) {
        return names.state(PlaceNames.key(text));
    }

    /** What is called so, to the letter: nothing is guessed.
     *  @param state where it lies; null when no one said
     *  @return unresolved with candidates when several are, and with none when nothing is */
    public Place findByName(String name, @Nullable Region state) {
        var found = only(names::byName, name, state);
        var written = QuarterNames.written(PlaceNames.key(name));
        return found.resolved().isPresent() || !found.candidates().isEmpty() || written.equals(PlaceNames.key(name))
                ? found
                : only(names::byName, written, state).from(name);
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

    /** Whether a name is one of those that people give to regions together, which is no other word. */
    public boolean isArea(String name, @Nullable Region state) {
        return !names.area(reading(name, state)).isEmpty();
    }

    private Place only(Function<ParsedPlaceName, List<Region>> look, String name, @Nullable Region state) {
        var reading = reading(name, state);
        var area = area(reading, name);
        if (area.isPresent()) {
            return area.get();
        }
        var found = look.apply(reading);
        return found.isEmpty() ? Place.unclear(name, found) : reading.choose(found, name, regions);
    }

    private static ParsedPlaceName reading(String name, @Nullable Region state) {
        var key = PlaceNames.key(name);
        return state == null && ParsedPlaceName.isShort(key)
                ? ParsedPlaceName.county(key)
                : ParsedPlaceName.single(key, state == null ? null : state.stateCode());
    }

    private Optional<Place> area(ParsedPlaceName reading, String from) {
        var area = names.area(reading);
        return area.isEmpty()
                ? Optional.empty()
                : Optional.of(area.size() == 1 ? Place.of(area.get(0), from, List.of()) : Place.unclear(from, area));
    }

    /** Where a postal code is: its point, and the place it belongs to, or the county. Military post is somewhere else. */
    public Place findPostalCode(String text) {
        var code = text.strip();
        var postal = code.length() < 5 ? Optional.<PostalCode>empty() : postalCode(code);
        return postal.map(known -> at(known, text)).orElseGet(() -> Place.unclear(text, List.of()));
    }

    /** What the post calls the place of a postal code. */
    public Optional<String> findPostTown(String code) {
        return postalCode(code.strip()).map(PostalCode::town);
    }

    /** Where coordinates are: the county that they lie in, off the shore the county of the nearest place.
     *  @throws ProblemException INVALID_PARAMETER when they are not on earth, or far from any place we know */
    public Place findPoint(double latitude, double longitude) {
        checkRange("lat", latitude, 90);
        checkRange("lon", longitude, 180);
        var point = new Point(latitude, longitude);
        var county = counties.around(point);
        if (county.isPresent()) {
            return new Place(county.get(), point, null, false, List.of());
        }
        var place = nearest.to(point);
        if (place.point().kmTo(point) > FARTHEST_KM) {
            throw ProblemException.of(
                    ProblemKind.INVALID_PARAMETER,
                    "lat and lon lie more than 200 km from every place of the United States."
                            + " Send a point in it or its territories. Or leave where out to ask everywhere.");
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
        var city = new ParsedPlaceName(key, null, false);
        return Place.of(state, from, city.largestFirst(names.byName(city), regions));
    }

    private Optional<Place> byName(List<ParsedPlaceName> readings, String from) {
        for (var reading : readings) {
            var area = area(reading, from);
            if (area.isPresent()) {
                return area;
            }
        }
        for (var look : List.<Function<ParsedPlaceName, List<Region>>>of(names::byName, names::byOtherName)) {
            for (var reading : readings) {
                var found = look.apply(reading);
                if (!found.isEmpty()) {
                    return Optional.of(reading.unlessSmall(reading.choose(found, from, regions), names));
                }
            }
        }
        for (var reading : readings) {
            var town = names.town(reading);
            if (town != null) {
                return Optional.of(new Place(county(town), town.point(), from, true, List.of()));
            }
        }
        return Optional.empty();
    }

    private Place bySlip(List<ParsedPlaceName> readings, String key, String from) {
        var state = names.stateWithSlip(key);
        if (state.isPresent()) {
            return Place.of(state.get(), from, List.of());
        }
        for (var reading : readings) {
            var found = names.bySlip(reading);
            if (!found.isEmpty()) {
                return reading.choose(found, from, regions);
            }
        }
        var last = readings.get(readings.size() - 1);
        return Place.unclear(from, names.nearest(last, ParsedPlaceName.MOST_CANDIDATES / 2));
    }
}
