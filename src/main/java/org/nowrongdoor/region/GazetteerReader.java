package org.nowrongdoor.region;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nowrongdoor.region.PostalCodes.PostalCode;
import org.nowrongdoor.text.FoldedText;

/** Puts the packaged files together into one gazetteer, and fills the gaps that they are known to have. */
final class GazetteerReader {

    // Where the middle of the contiguous states lies; the nation needs a point like everything else.
    private static final Point MIDDLE = new Point(39.8283, -98.5795);

    private final Map<String, StateRow> states = new LinkedHashMap<>();
    private final Map<String, CountyRow> counties = new LinkedHashMap<>();
    private final Map<String, String> countyPrefix = new HashMap<>();
    private final Map<String, List<CountyRow>> successors = new HashMap<>();
    private final Map<String, Region> places = new LinkedHashMap<>();
    private final Map<String, PopulationCentroid> middles = new HashMap<>();
    private final Map<String, List<String>> alsoIn = new HashMap<>();
    private final Map<String, String> otherNames = new HashMap<>();
    private final Map<String, List<String>> usualNames = new HashMap<>();
    private final PostalCodes postalCodes;
    private final Map<String, List<PostalCode>> postalByState = new HashMap<>();
    private final Map<String, Map<String, List<PostalCode>>> postalByTown = new HashMap<>();

    private GazetteerReader(PostalCodes postalCodes) {
        this.postalCodes = postalCodes;
    }

    /** The gazetteer that travels in the jar. */
    static Gazetteer read() {
        // The two long files are read side by side: this is on the way of every start.
        var rows = CompletableFuture.supplyAsync(PlaceRow::read);
        return new GazetteerReader(PostalCodes.read()).compose(rows.join());
    }

    private Gazetteer compose(List<PlaceRow> rows) {
        StateRow.read().forEach(state -> states.put(state.code(), state));
        CountyRow.read().forEach(this::addCounty);
        rows.forEach(this::addPlace);
        addMore();
        var regions = regions();
        return new Gazetteer(regions, alsoIn, otherNames, usualNames, areas(regions), countyPrefix, postalCodes);
    }

    /** Territories have places and no counties here: the postal and place files give them none. */
    private void addCounty(CountyRow county) {
        var state = states.get(county.state());
        if (state == null || state.isTerritory()) {
            return;
        }
        counties.put(county.fips(), county);
        countyPrefix.putIfAbsent(county.state(), county.fips().substring(0, 2));
        for (var old : county.formerly()) {
            successors.computeIfAbsent(old, o -> new ArrayList<>()).add(county);
            overlap(county.fips(), old);
            overlap(old, county.fips());
        }
    }

    private void addPlace(PlaceRow row) {
        var state = states.get(row.state());
        if (state == null) {
            return;
        }
        var county = county(row);
        var id = row.state() + "/" + row.slug();
        var name = row.name() + ", " + row.state();
        if (places.containsKey(id)) {
            var countyRow = counties.get(county);
            id += "-" + (countyRow == null ? row.geonameId() : county);
            name += countyRow == null ? "" : " (" + countyRow.name() + ")";
        }
        if (places.containsKey(id)) {
            id += "-" + row.geonameId();
        }
        var parent = county.isEmpty() ? row.state() : county;
        var at = row.point();
        places.put(
                id,
                new Region(
                        id,
                        RegionKind.PLACE,
                        name,
                        parent,
                        row.state(),
                        at.latitude(),
                        at.longitude(),
                        row.population(),
                        row.timeZone()));
        otherNames.put(id, row.otherNames());
        count(parent, row);
        if (!county.isEmpty()) {
            count(row.state(), row);
        }
        var listed = countyId(row.state(), row.countyPart());
        if (!listed.equals(county) && counties.containsKey(listed)) {
            overlap(id, listed);
            count(listed, row);
        }
    }

    /** The county that a place is given, or the one of the nearest post office: a few places have none,
     *  and those of Connecticut have the old one, which is kept next to the planning region. */
    private String county(PlaceRow row) {
        var listed = countyId(row.state(), row.countyPart());
        if (counties.containsKey(listed) && !successors.containsKey(listed)) {
            return listed;
        }
        var sameTown = postalByTown
                .computeIfAbsent(row.state(), this::byTown)
                .getOrDefault(FoldedText.of(row.asciiName()), List.of());
        var nearest = PostalCodes.nearest(sameTown.isEmpty() ? codes(row.state()) : sameTown, row.point());
        return nearest == null ? "" : countyId(row.state(), nearest.countyPart());
    }

    /** The postal codes of a state whose county is among ours; few states are asked for. */
    private List<PostalCode> codes(String state) {
        return postalByState.computeIfAbsent(
                state,
                s -> postalCodes.inState(s).stream()
                        .filter(code -> counties.containsKey(countyId(s, code.countyPart())))
                        .toList());
    }

    private Map<String, List<PostalCode>> byTown(String state) {
        return codes(state).stream().collect(Collectors.groupingBy(code -> FoldedText.of(code.town())));
    }

    private void addMore() {
        TsvReader.withHeader("us-places-more.tsv").forEach(row -> {
            var place = row.get("place");
            if (!places.containsKey(place)) {
                throw new IllegalStateException("us-places-more.tsv: no place " + place);
            }
            usualNames.put(place, row.list("other_names"));
            row.list("counties").forEach(county -> overlap(place, county));
        });
    }

    private static Map<String, List<Region>> areas(Map<String, Region> regions) {
        var areas = new HashMap<String, List<Region>>();
        TsvReader.withHeader("us-areas.tsv").forEach(row -> {
            var meant = row.list("regions").stream()
                    .map(id -> Objects.requireNonNull(regions.get(id), () -> "us-areas.tsv: no region " + id))
                    .toList();
            row.list("names").forEach(name -> areas.put(name, meant));
        });
        return areas;
    }

    private Map<String, Region> regions() {
        var all = new LinkedHashMap<String, Region>(32_768);
        all.put(
                Region.NATION,
                new Region(
                        Region.NATION,
                        RegionKind.NATION,
                        "United States",
                        null,
                        null,
                        MIDDLE.latitude(),
                        MIDDLE.longitude(),
                        0,
                        null));
        for (var state : states.values()) {
            all.put(state.code(), larger(state));
            usualNames.put(state.code(), state.otherNames());
        }
        for (var county : counties.values()) {
            all.put(county.fips(), larger(county));
        }
        all.putAll(places);
        return all;
    }

    private Region larger(StateRow state) {
        var middle = middles.getOrDefault(state.code(), new PopulationCentroid());
        var at = middle.isEmpty() ? MIDDLE : middle.point();
        return new Region(
                state.code(),
                RegionKind.STATE,
                state.name(),
                Region.NATION,
                state.code(),
                at.latitude(),
                at.longitude(),
                middle.population(),
                middle.timeZone());
    }

    private Region larger(CountyRow county) {
        var middle = middle(county);
        var current = successors.containsKey(county.fips()) ? ofSuccessors(county) : middle;
        var ofState = middles.getOrDefault(county.state(), middle);
        var at = Stream.of(middle, current, ofState)
                .filter(centroid -> !centroid.isEmpty())
                .findFirst()
                .map(PopulationCentroid::point)
                .orElse(MIDDLE);
        var zone = current == middle ? null : current.timeZone();
        return new Region(
                county.fips(),
                RegionKind.COUNTY,
                county.name() + ", " + county.state(),
                county.state(),
                county.state(),
                at.latitude(),
                at.longitude(),
                middle.population(),
                zone == null ? county.timeZone() : zone);
    }

    /** The middle of the places of a county, else of its postal codes; empty where it has neither. */
    private PopulationCentroid middle(CountyRow county) {
        var middle = middles.computeIfAbsent(county.fips(), fips -> new PopulationCentroid());
        if (middle.isEmpty()) {
            codes(county.state()).stream()
                    .filter(code -> countyId(code.state(), code.countyPart()).equals(county.fips()))
                    .forEach(code -> middle.add(code.point(), 0, county.timeZone()));
        }
        return middle;
    }

    /** Where the people of a county that is no more live today: the Census list keeps the clock that it had. */
    private PopulationCentroid ofSuccessors(CountyRow retired) {
        var current = new PopulationCentroid();
        for (var county : successors.getOrDefault(retired.fips(), List.of())) {
            var middle = middle(county);
            if (!middle.isEmpty()) {
                current.add(middle.point(), middle.population(), county.timeZone());
            }
        }
        return current;
    }

    private void count(String area, PlaceRow row) {
        middles.computeIfAbsent(area, a -> new PopulationCentroid()).add(row.point(), row.population(), row.timeZone());
    }

    private void overlap(String inner, String outer) {
        var outers = alsoIn.computeIfAbsent(inner, i -> new ArrayList<>());
        if (!outers.contains(outer)) {
            outers.add(outer);
        }
    }

    private String countyId(String state, String part) {
        return countyPrefix.getOrDefault(state, "") + part;
    }
}
