package org.nowrongdoor.search.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.nowrongdoor.support.Json.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nowrongdoor.directory.record.LocationRecord;
import org.nowrongdoor.directory.store.Location;
import org.nowrongdoor.support.GazetteerForTests;

/** The county of a site: by its coordinates, then its postal code, then its city. */
class SiteRegionsTest {

    private static final ObjectMapper JSON =
            new ObjectMapper().findAndRegisterModules().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
    private final SiteRegions regions = new SiteRegions(GazetteerForTests.FINDER, GazetteerForTests.REGIONS);

    private String of(@Nullable Double latitude, @Nullable Double longitude, String addresses)
            throws JsonProcessingException {
        var site = new Location();
        site.latitude = latitude;
        site.longitude = longitude;
        site.body = JSON.readValue(json("{'addresses': [" + addresses + "]}"), LocationRecord.class);
        return regions.regionsOf(site).collect(Collectors.joining(" "));
    }

    private static String address(String type, String city, String state, String code) {
        return "{'address_type': '%s', 'city': '%s', 'state_province': '%s', 'postal_code': '%s'}"
                .formatted(type, city, state, code);
    }

    @ParameterizedTest
    @CsvSource({
        // latitude, longitude, city, state, postal code, regions
        ", , Wellington, KY, 40387, 21165",
        "37.978, -83.4675, Wellington, KY, 40387, 21165",
        "38.2165, -85.6691, Wellington, KY, 40387, 21111 KY/wellington",
        ", , Wellington, KY, '', KY/wellington KY/wellington",
        ", , Louisville, KY, 40387, 21165",
        "37.978, -83.4675, Louisville, KY, 40202, 21165",
        "44.98, -93.26, Minneapolis, MN, 55404, 27053 MN/minneapolis",
        "44.98, -93.26, Duluth, MN, 55802, 27053",
        "0, 0, Duluth, MN, 55802, MN/duluth MN/duluth", // at sea
        "44.98, 93.26, Duluth, MN, 55802, MN/duluth MN/duluth", // abroad
        ", , Duluth, MN, 55404, MN/minneapolis",
        ", , Duluth, MN, 00000, MN/duluth MN/duluth",
        ", , Nowhere, MN, 55404, MN/minneapolis",
        ", , Nowhere, MN, 00000, ''",
        ", , Duluth, Minnesota, n/a, MN/duluth MN/duluth"
    })
    void coordinatesThenPostalCodeThenCity(
            @Nullable Double latitude, @Nullable Double longitude, String city, String state, String code, String found)
            throws JsonProcessingException {
        assertEquals(found, of(latitude, longitude, address("physical", city, state, code)));
    }

    @Test
    void whereLettersGoIsAskedLast() throws JsonProcessingException {
        var letters = address("postal", "Minneapolis", "MN", "55404");
        assertEquals("MN/duluth MN/duluth", of(null, null, letters + ", " + address("physical", "Duluth", "MN", "")));
        assertEquals(
                "MN/duluth MN/duluth", of(null, null, letters + ", " + address("physical", "Duluth", "MN", "55802")));
        assertEquals("MN/minneapolis MN/minneapolis", of(null, null, letters));
    }
}
