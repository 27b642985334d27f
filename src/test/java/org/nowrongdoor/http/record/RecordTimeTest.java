package org.nowrongdoor.http.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordTimeTest {

    @ParameterizedTest
    @CsvSource({
        "12.300, 12.4, 12, 12",
        "12.300, 59.0, 12, 12",
        "12.000, 12.0, 12, 12",
        "12.300001, 12.4, 12, 13",
        "12.300001, 13.4, 12, 13",
        "12.300001, 16.999, 12, 13",
        "12.300001, 17.0, 13, 13",
        "12.000001, 17.0, 13, 13",
    })
    void aSecondInWhichARecordChangedTwiceIsToldOnceItIsOver(String time, String now, int told, int known) {
        assertEquals(at(String.valueOf(told)), RecordTime.told(at(time), at(now)));
        assertEquals(at(String.valueOf(known)), RecordTime.known(at(time)));
    }

    private static Instant at(String second) {
        return Instant.parse("2026-03-01T10:00:" + second + "Z");
    }
}
