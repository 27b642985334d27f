package org.nowrongdoor.exchange.redaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.Json.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nowrongdoor.exchange.check.KnownAreas;
import org.nowrongdoor.exchange.row.Finding;
import org.nowrongdoor.exchange.row.Findings;
import org.nowrongdoor.exchange.row.JsonPath;
import org.nowrongdoor.exchange.row.ParentIds;
import org.nowrongdoor.exchange.row.PendingRow;
import org.nowrongdoor.storage.ChangedEntity;
import org.nowrongdoor.support.GazetteerForTests;

/** Which region an area means, and what is said of one that means none. */
class ServiceAreaResolverTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private final ServiceAreaResolver resolver =
            new ServiceAreaResolver(new KnownAreas(GazetteerForTests.REGIONS, GazetteerForTests.FINDER));
    private final Findings findings = new Findings();

    private ObjectNode resolve(@Nullable String name, @Nullable String extent, @Nullable String type) {
        var area = JSON.createObjectNode();
        put(area, "name", name);
        put(area, "extent", extent);
        put(area, "extent_type", type);
        var service = JSON.createObjectNode();
        service.putArray("service_areas").add(area);
        resolver.resolve(
                new PendingRow(ChangedEntity.SERVICE, UUID.randomUUID(), service, JsonPath.ROOT, ParentIds.NONE, false),
                findings);
        return area;
    }

    private static void put(ObjectNode area, String member, @Nullable String value) {
        if (value != null) {
            area.put(member, json(value));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Hennepin County, MN | {} | geojson | 27053
        Hennepin County, MN | {'type':'Polygon'} | | 27053
        Hennepin County, MN | [] | topojson | 27053
        Hennepin County, MN | <kml></kml> | kml | 27053
        Hennepin County, MN | see the map | text | 27053
        Hennepin County, Minnesota | {} | | 27053
        hennepin county, mn | | | 27053
        Minnesota | {} | geojson | MN
        Minneapolis, MN | null | text | MN/minneapolis
        United States | {} | geojson | us
        Kauaʻi County, HI | {} | geojson | 15007
        | Hennepin County, MN | text | 27053
        our area | Hennepin County, MN | | 27053
        our area | Hennepin County, MN | other | 27053
        our area | 27053 | geojson | 27053
        our area | 27053 | | 27053
        our area | mn | text | MN
        our area | US | text | us
        our area | MN/Minneapolis | text | MN/minneapolis
        our area | mn/minneapolis | | MN/minneapolis
        Doña Ana County, NM | {} | geojson | 35013
        Dona Ana County, New Mexico | {} | geojson | 35013
        """)
    void anAreaHasTheIdOfItsRegion(
            @Nullable String name, @Nullable String extent, @Nullable String type, String region) {
        var area = resolve(name, extent, type);
        assertEquals(region, area.path("extent").asText());
        assertEquals("text", area.path("extent_type").asText());
        assertEquals(0, findings.all().size(), findings.all()::toString);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        our area | {} | geojson | extent
        our area | {'type':'Polygon','coordinates':[]} | | extent
        our area | 27-053 | text | extent
        our area | 99999 | text | extent
        our area | 55404 | text | extent
        our area | XX | | extent
        our area | MN/nowhere | text | extent
        our area | Hennepn County, MN | | extent
        our area | the northern suburbs | kml | extent
        Washington County | {} | geojson | extent
        Washington County | | | name
        the East Side | | | name
        | {} | geojson | extent
        | | geojson | name
        Statewide | {} | geojson | extent
        Springfield | {} | topojson | extent
        Hennepin and Ramsey Counties | {} | | extent
        MD - Allegany County; MD - Garrett County | | | name
        27053, 27123 | | | name
        everywhere | 1 | text | extent
        """)
    void anAreaThatNoSearchFindsIsReported(
            @Nullable String name, @Nullable String extent, @Nullable String type, String column) {
        resolve(name, extent, type);
        assertEquals(1, findings.count(Finding.Kind.WARNING));
        var warning = findings.all().get(0);
        assertEquals(column, warning.field());
        assertEquals("/service_areas/0/" + column, warning.pointer());
        assertTrue(warning.remedy().contains("No search by place finds this area. Give extent"), warning.remedy());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {'type':'Polygon','coordinates':[[[-93.5,44.8],[-93.1,44.8],[-93.1,45.2],[-93.5,44.8]]]} | geojson
        {'type':'Topology','arcs':[[[1,2]]]} | topojson
        27-053 | text
        """)
    void aDrawingIsLeftOutForTheRegion(String extent, String type) {
        var area = resolve("Hennepin County, MN", extent, type);
        assertEquals("27053", area.path("extent").asText());
        assertEquals("/service_areas/0/extent", findings.all().get(0).pointer());
        assertTrue(findings.all().get(0).remedy().contains("is left out"));
    }
}
