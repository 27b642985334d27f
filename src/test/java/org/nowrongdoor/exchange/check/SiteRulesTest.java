package org.nowrongdoor.exchange.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nowrongdoor.exchange.row.Findings;
import org.nowrongdoor.exchange.row.JsonPath;
import org.nowrongdoor.support.GazetteerForTests;

/** What a location says of where it is, against itself. */
class SiteRulesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private final SiteRules rules = new SiteRules(GazetteerForTests.FINDER);
    private final Findings findings = new Findings();

    private static ObjectNode location(@Nullable Double latitude, @Nullable Double longitude) {
        var location = JSON.createObjectNode();
        if (latitude != null && longitude != null) {
            location.put("latitude", latitude).put("longitude", longitude);
        }
        location.putArray("addresses");
        return location;
    }

    private static void address(
            ObjectNode location, String type, @Nullable String city, @Nullable String state, @Nullable String code) {
        location.withArray("addresses")
                .addObject()
                .put("address_type", type)
                .put("city", city)
                .put("state_province", state)
                .put("postal_code", code);
    }

    @ParameterizedTest
    @CsvSource({
        // latitude, longitude, city, state, postal code, the member that is reported
        "37.95, -83.47, Wellington, KY, 40387,", // the post calls 40387 so, whatever lies in Jefferson County
        ", , Wellington, KY, 40387,",
        "38.2165, -85.6691, Wellington, KY, ,", // the other one
        "38.2165, -85.6691, Wellington, KY, 40387, latitude",
        "44.98, -93.26, Minneapolis, MN, 55404,",
        "44.98, -93.26, minneapolis, Minnesota, 55404-1234,",
        "44.98, -93.26, Duluth, MN, 55404, latitude",
        "44.98, -93.26, Minneapolis, MN, 55802, latitude",
        "44.98, -93.26, Duluth, MN, , latitude",
        "44.98, -93.26, , , 55802, latitude",
        "44.98, 93.26, Minneapolis, MN, 55404,", // abroad: the coordinates count for nothing
        "0, 0, Minneapolis, MN, 55404,",
        "-93.26, 44.98, Minneapolis, MN, 55404,",
        ", , Minneapolis, MN, 55404,",
        ", , Duluth, MN, 55404, postal_code",
        ", , Minneapolis, MN, 90012, postal_code",
        "0, 0, Duluth, MN, 55404, postal_code",
        ", , Saint Paul, MN, 68873, postal_code", // a Saint Paul of Nebraska
        ", , Springfield, IL, 01103, postal_code",
        ", , Portland, ME, 97201, postal_code",
        ", , Columbus, Ohio, 31901, postal_code",
        ", , Nowhere, MN, 55404,",
        ", , Minneapolis, MN, 00000,",
        ", , Saint Paul, MN, 55101,",
        ", , St. Paul, MN, 55101,",
        ", , Bloomington, MN, 55420,",
        "39.05, -77.12, Rockville, MD, 20852,",
        "18.42, -66.06, San Juan, PR, 00907,",
        "45.02, -93.1, St. Paul, MN, 55117,"
    })
    void whatLiesFarApartIsReported(
            @Nullable Double latitude,
            @Nullable Double longitude,
            @Nullable String city,
            @Nullable String state,
            @Nullable String code,
            @Nullable String reported) {
        var location = location(latitude, longitude);
        address(location, "physical", city, state, code);
        rules.check(location, JsonPath.ROOT, findings);
        var all = findings.all();
        assertEquals(reported == null ? 0 : 1, all.size(), all::toString);
        if (reported != null) {
            assertEquals(reported, all.get(0).field());
            assertEquals(null, all.get(0).value());
            assertTrue(all.get(0).remedy().contains("more than 30 km"));
        }
    }

    @Test
    void lettersMayGoElsewhere() {
        var location = location(44.98, -93.26);
        address(location, "postal", "Duluth", "MN", "55802");
        address(location, "physical", "Minneapolis", "MN", "55404");
        rules.check(location, JsonPath.ROOT, findings);
        assertEquals(0, findings.all().size());
    }

    @Test
    void ofARecordThatIsNotPublicNothingIsSaidOfWhereItLies() {
        var location = location(44.98, -93.26);
        address(location, "physical", "Duluth", "MN", "55802");
        rules.check(location, JsonPath.ROOT, findings);
        findings.withholdValues();
        assertEquals(0, findings.all().size());
        assertEquals(0, findings.leftOut());
    }
}
