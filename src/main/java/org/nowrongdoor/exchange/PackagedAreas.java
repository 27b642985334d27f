package org.nowrongdoor.exchange;

import jakarta.inject.Singleton;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.nowrongdoor.directory.LocationPolicy;

/** The areas as the packaged gazetteer files list them. */
@Singleton
class PackagedAreas implements Areas {

    private static final Area NATION = new Area("us", "United States");

    private final Map<String, Area> byId = new HashMap<>();
    private final Map<String, Area> byName = new HashMap<>();
    private final Map<String, String> countyOfPlace = new HashMap<>();
    private final Map<String, String> stateOfCounty = new HashMap<>();

    PackagedAreas() {
        add(NATION);
        read("us-postal.tsv", fields -> {
            if (!fields[4].isEmpty() && !byId.containsKey(fields[4])) {
                add(new Area(fields[4], fields[3]));
            }
        });
        read("us-counties.tsv", fields -> {
            if (fields[0].length() == 5) {
                add(new Area(fields[0], fields[1] + ", " + fields[2]));
                stateOfCounty.put(fields[0], fields[2]);
            }
        });
        var prefixes = new HashMap<String, String>();
        stateOfCounty.forEach((fips, state) -> prefixes.put(state, fips.substring(0, 2)));
        read("us-places.tsv", fields -> {
            var slug = fields[2].toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
            var id = fields[4] + "/" + slug;
            if (fields[4].length() == 2 && !byId.containsKey(id)) {
                add(new Area(id, fields[1] + ", " + fields[4]));
                countyOfPlace.put(id, prefixes.get(fields[4]) + fields[5]);
            }
        });
    }

    @Override
    public Optional<Area> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public Optional<Area> named(String name) {
        return Optional.ofNullable(byName.get(name.strip().toLowerCase(Locale.ROOT)));
    }

    @Override
    public Area widen(Area area, LocationPolicy policy) {
        var county = Objects.requireNonNullElse(countyOfPlace.get(area.id()), area.id());
        if (policy != LocationPolicy.HIDDEN) {
            return Objects.requireNonNullElse(byId.get(county), state(area.id()));
        }
        return state(county);
    }

    private Area state(String id) {
        var state = id.indexOf('/') == 2 ? id.substring(0, 2) : Objects.requireNonNullElse(stateOfCounty.get(id), id);
        return Objects.requireNonNullElse(byId.get(state), NATION);
    }

    private void add(Area area) {
        byId.put(area.id(), area);
        byName.putIfAbsent(area.name().toLowerCase(Locale.ROOT), area);
    }

    private static void read(String file, Consumer<String[]> line) {
        try (var stream = Thread.currentThread().getContextClassLoader().getResourceAsStream("seed-data/geo/" + file);
                var lines = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(stream), StandardCharsets.UTF_8))) {
            lines.lines().map(each -> each.split("\t", -1)).forEach(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
