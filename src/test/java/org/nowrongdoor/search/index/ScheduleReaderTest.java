package org.nowrongdoor.search.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.nowrongdoor.support.Json.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nowrongdoor.directory.hours.LocationSchedules;
import org.nowrongdoor.directory.record.Kind;
import org.nowrongdoor.directory.record.LocationPolicy;
import org.nowrongdoor.directory.record.LocationRecord;
import org.nowrongdoor.directory.record.ServiceAtLocationRecord;
import org.nowrongdoor.directory.record.ServiceRecord;
import org.nowrongdoor.directory.record.Status;
import org.nowrongdoor.directory.store.Location;
import org.nowrongdoor.directory.store.Service;
import org.nowrongdoor.directory.store.ServiceAtLocation;
import org.nowrongdoor.http.parameter.WireJsonMapper;
import org.nowrongdoor.support.GazetteerForTests;

/** Which schedules count for a service, by which clock, and what else its rows make of its locations. */
class ScheduleReaderTest {

    private static final String MONDAYS =
            "'schedules':[{'freq':'WEEKLY','byday':'MO','opens_at':'09:00','closes_at':'17:00'}]";

    private final ObjectMapper mapper = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
    private final ScheduleReader reader = new ScheduleReader(
            GazetteerForTests.REGIONS, new SiteRegions(GazetteerForTests.FINDER, GazetteerForTests.REGIONS));

    ScheduleReaderTest() {
        new WireJsonMapper().customize(mapper);
    }

    /** Sites are places with their policy: Chicago time in Minneapolis, Mountain time in Denver. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PUBLIC | minneapolis         |       | America/Chicago
            PUBLIC | denver              |       | America/Denver
            PUBLIC | denver              | 27053 | America/Denver
            PUBLIC | denver, minneapolis |       | America/Denver America/Chicago
            PUBLIC | denver, denver      |       | America/Denver
            PUBLIC | nowhere             | 27053 | America/Chicago
            PUBLIC | nowhere             |       | null
            PUBLIC | hidden              | 27053 | America/Chicago
            PUBLIC | hidden, denver      |       | null America/Denver
            PUBLIC | hidden, denver      | 27053 | America/Chicago America/Denver
            PUBLIC | denver, hidden      | 46113 | America/Denver
            CONFIDENTIAL | denver        | 27053 | America/Chicago
            HIDDEN | denver              | MN    | America/Chicago
            HIDDEN | denver              |       | null
            """)
    void eachLocationGoesByItsOwnClockAndOneThatIsNotPublicByThatOfTheArea(
            LocationPolicy policy, String sites, @Nullable String area, String zones) throws JsonProcessingException {
        var rows = rows(policy, "'phones':[]", sites, "", MONDAYS);
        var read =
                reader.read(rows.contact().hours(), rows.publicLocations(), area == null ? List.of() : List.of(area));
        assertEquals(
                zones,
                read.stream().map(LocationSchedules::zone).map(String::valueOf).collect(Collectors.joining(" ")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PUBLIC | minneapolis, denver | 2
            PUBLIC | denver, denver      | 2
            PUBLIC | hidden, denver      | 1
            PUBLIC | hidden              | 0
            CONFIDENTIAL | denver        | 0
            """)
    void onlyPublicLocationsAreNamed(LocationPolicy policy, String sites, int named) throws JsonProcessingException {
        var rows = rows(policy, "'phones':[]", sites, "", MONDAYS);
        var read = reader.read(rows.contact().hours(), rows.publicLocations(), List.of("27053"));
        assertEquals(
                named, read.stream().mapToInt(at -> at.locationIds().size()).sum());
    }

    @Test
    void theServicesOwnHoursGoByTheClockOfItsFirstLocation() throws JsonProcessingException {
        var rows = rows(LocationPolicy.PUBLIC, MONDAYS, "denver, minneapolis", MONDAYS, MONDAYS);
        var read = reader.read(rows.contact().hours(), rows.publicLocations(), List.of("27053"));
        assertEquals(1, read.size());
        assertEquals("America/Denver", read.get(0).zone());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'phones':[]                            | 'phones':[{'number':'612-555-0177'}]                | phone walk_in
            'phones':[]                            | 'phones':[{'number':'612-555-0177','type':'Text'}]  | sms walk_in
            'phones':[]                            | 'phones':[{'number':'612-555-0177','type':'fax'}]   | walk_in
            'phones':[{'number':'1','type':'fax'}] | 'phones':[{'number':'612-555-0177'}]                | phone walk_in
            'phones':[{'number':'1','type':'sms'}] | 'phones':[{'number':'612-555-0177'}]                | sms walk_in
            """)
    void theNumbersAtALocationAreChannels(String service, String pair, String channels) throws JsonProcessingException {
        var rows = rows(LocationPolicy.PUBLIC, service, "minneapolis", pair, "'phones':[]");
        var hit = new HitServiceBuilder(GazetteerForTests.REGIONS).of(rows, rows.contact());
        assertEquals(channels, String.join(" ", Channels.of(hit)));
    }

    private ServiceRows rows(LocationPolicy policy, String own, String sites, String pair, String location)
            throws JsonProcessingException {
        var service = new Service();
        service.id = UUID.randomUUID();
        service.name = "Open Door";
        service.kind = Kind.SERVICE;
        service.status = Status.ACTIVE;
        service.locationPolicy = policy;
        service.body = read(ServiceRecord.class, "'name':'Open Door','status':'active'," + own);
        var found = new ArrayList<ServiceRows.Site>();
        for (var name : Arrays.asList(sites.split(", ", -1))) {
            found.add(site(name, pair, location));
        }
        return new ServiceRows(service, null, found, null);
    }

    private ServiceRows.Site site(String name, String pair, String members) throws JsonProcessingException {
        var location = new Location();
        location.id = UUID.randomUUID();
        location.locationPolicy = name.equals("hidden") ? LocationPolicy.HIDDEN : LocationPolicy.PUBLIC;
        location.latitude = switch (name) {
            case "minneapolis" -> 44.98;
            case "denver" -> 39.74;
            default -> null;
        };
        location.longitude = name.equals("denver") ? Double.valueOf(-104.99) : Double.valueOf(-93.27);
        location.body =
                read(LocationRecord.class, "'id':'%s','location_type':'physical',%s".formatted(location.id, members));
        var at = new ServiceAtLocation();
        at.body = Objects.requireNonNull(read(ServiceAtLocationRecord.class, pair));
        return new ServiceRows.Site(at, location);
    }

    private <T> T read(Class<T> type, String members) throws JsonProcessingException {
        return mapper.readValue(json("{" + members + "}"), type);
    }
}
