package org.nowrongdoor.search.index;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.contact.StatedHours;
import org.nowrongdoor.directory.hours.LocationSchedules;
import org.nowrongdoor.directory.hours.ScheduleChecker;
import org.nowrongdoor.directory.hours.ScheduleMembers;
import org.nowrongdoor.directory.store.Location;
import org.nowrongdoor.region.Regions;
import org.nowrongdoor.search.index.PartFault.Reason;

/** Reads which schedules count for a service, and by which clock each of them goes. */
@Singleton
class ScheduleReader {

    private final Regions regions;
    private final SiteRegions siteRegions;

    ScheduleReader(Regions regions, SiteRegions siteRegions) {
        this.regions = regions;
        this.siteRegions = siteRegions;
    }

    /** The schedules that count, once where several locations have the same.
     *  @param areas the published areas: the clock of a location that is not public goes by them alone */
    List<LocationSchedules> read(List<StatedHours> hours, List<Location> publicLocations, List<String> areas) {
        var ofAreas = zone(areas.stream());
        var ofSites =
                zone(publicLocations.stream().flatMap(siteRegions::regionsOf)).or(() -> ofAreas);
        var sites =
                publicLocations.stream().collect(Collectors.toMap(site -> site.id, Function.identity(), (a, b) -> a));
        var distinct = new LinkedHashMap<List<Object>, LocationSchedules>();
        for (var said : hours) {
            var at = said.locationId() == null ? null : sites.get(said.locationId());
            var zone = said.locationId() == null ? ofSites : zone(at).or(() -> ofAreas);
            var read =
                    new LocationSchedules(at == null ? List.of() : List.of(at.id), said.schedules(), zone.orElse(null));
            distinct.merge(sameHours(read), read, ScheduleReader::together);
        }
        return List.copyOf(distinct.values());
    }

    private static LocationSchedules together(LocationSchedules one, LocationSchedules same) {
        var ids = Stream.concat(one.locationIds().stream(), same.locationIds().stream());
        return new LocationSchedules(ids.distinct().toList(), one.schedules(), one.zone());
    }

    private static List<Object> sameHours(LocationSchedules location) {
        return List.of(
                location.schedules().stream().map(ScheduleMembers::of).toList(), String.valueOf(location.zone()));
    }

    private Optional<String> zone(@Nullable Location site) {
        return zone(Stream.ofNullable(site).flatMap(siteRegions::regionsOf));
    }

    private Optional<String> zone(Stream<String> ids) {
        return ids.flatMap(id -> regions.find(id).stream())
                .map(region -> region.timeZone())
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** What an older version took of the hours, and this one does not read. */
    static Optional<PartFault> outOfBounds(List<StatedHours> hours) {
        return hours.stream().flatMap(said -> outOfBounds(said).stream()).findFirst();
    }

    private static Optional<PartFault> outOfBounds(StatedHours said) {
        var schedules = said.schedules();
        if (schedules.size() > ScheduleChecker.MOST_SCHEDULES) {
            return Optional.of(new PartFault(
                    Reason.OUT_OF_BOUNDS, "schedules must have at most " + ScheduleChecker.MOST_SCHEDULES + " items"));
        }
        for (int i = 0; i < schedules.size(); i++) {
            for (var breach : ScheduleChecker.check(ScheduleMembers.of(schedules.get(i)))) {
                var of = said.locationId() == null ? "" : "/locations/" + said.locationId();
                return Optional.of(new PartFault(
                        Reason.OUT_OF_BOUNDS, of + "/schedules/" + i + "/" + breach.member() + " " + breach.remedy()));
            }
        }
        return Optional.empty();
    }
}
