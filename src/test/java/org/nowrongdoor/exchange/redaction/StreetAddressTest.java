package org.nowrongdoor.exchange.redaction;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.Json.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StreetAddressTest {

    private static final StreetAddress HOUSE = at("7431 Quillback Street", "Minneapolis", "55487");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7431 Quillback St.",
                "7431 QUILLBACK STREET, Apt 4",
                "7431 N. Quillback Street",
                "7431-B Quillback Street",
                "Quillback Street 7431",
                "7431  Quillback"
            })
    void theSameHouseWrittenOtherwiseIsTheSame(String line) {
        assertTrue(at(line, "Minneapolis", "55487").isSameAs(HOUSE), line);
        assertTrue(HOUSE.isSameAs(at(line, "Minneapolis", "55487-1234")), line);
    }

    @ParameterizedTest
    @CsvSource({
        "7433 Quillback Street, Minneapolis, 55487",
        "7431 Fern Street, Minneapolis, 55487",
        "7431 Quillback Street, Duluth, 55802",
        "PO Box 7431, Minneapolis, 55487"
    })
    void anotherHouseIsAnother(String line, String city, String postalCode) {
        assertFalse(at(line, city, postalCode).isSameAs(HOUSE));
    }

    @Test
    void aSharedPostOfficeBoxIsNoHouse() {
        assertTrue(at("P.O. Box 12", "Minneapolis", "55487").isEmpty());
    }

    @Test
    void aPointWithoutAStreetIsTheHouseNearIt() {
        assertTrue(near("", 44.97651).isSameAs(near("7431 Quillback Street", 44.97653)));
        assertFalse(near("", 44.97651).isSameAs(near("7431 Quillback Street", 44.98)));
        assertFalse(near("12 Fern Street", 44.97651).isSameAs(near("7431 Quillback Street", 44.97651)));
    }

    private static StreetAddress at(String line, String city, String postalCode) {
        return of(json(
                "{'addresses': [{'address_1': '%s', 'city': '%s', 'postal_code': '%s'}]}", line, city, postalCode));
    }

    private static StreetAddress near(String line, double latitude) {
        return of(json(
                "{'addresses': [{'address_1': '%s', 'city': 'Minneapolis'}], 'latitude': %s, 'longitude': -93.27612}",
                line, latitude));
    }

    private static StreetAddress of(String location) {
        try {
            return StreetAddress.of((ObjectNode) new ObjectMapper().readTree(location));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
