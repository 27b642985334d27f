package org.nowrongdoor.search.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times are said as people say them, by the clock of the place. */
class TimeFormatterTest {

    // 11 PM on May 4 in Minnesota, when it is May 5 in UTC
    private static final Instant NOW = Instant.parse("2026-05-05T04:00:00Z");

    private static TimeFormatter times(String lang) {
        return new TimeFormatter(lang, NOW);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | 2026-05-04T23:30-05:00 | today at 11:30 PM",
                "en | 2026-05-05T09:00-05:00 | on Tuesday, May 5 at 9 AM",
                "en | 2026-05-05T00:00:00-05:00 | on Tuesday, May 5 at midnight",
                "en | 2026-05-05T12:05-05:00 | on Tuesday, May 5 at 12:05 PM",
                "es | 2026-05-04T23:30-05:00 | hoy a las 11:30 de la noche",
                "es | 2026-05-05T13:00-05:00 | el martes 5 de mayo a la 1 de la tarde",
                "es | 2026-05-05T12:00-05:00 | el martes 5 de mayo a las 12 del mediodía"
            })
    void aMomentIsSaidWithItsDayUnlessThatIsToday(String lang, String time, String words) {
        assertEquals(words, times(lang).at(time));
    }

    @Test
    void theEndIsSaidAfterUntil() {
        assertEquals("11:30 PM", times("en").until("2026-05-04T23:30-05:00", null));
        assertEquals("Tuesday, May 5 at 1 AM", times("en").until("2026-05-05T01:00-05:00", null));
        assertEquals("el martes 5 de mayo a la 1 de la madrugada", times("es").until("2026-05-05T01:00-05:00", null));
        assertEquals("1 AM", times("en").until("2026-05-05T01:00-05:00", "2026-05-05T00:30-05:00"));
    }

    @Test
    void aDayIsWrittenOut() {
        assertEquals("May 1, 2019", times("en").day(LocalDate.of(2019, 5, 1)));
        assertEquals("1 de mayo de 2019", times("es").day(LocalDate.of(2019, 5, 1)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-04T22:30:00-05:00, less than an hour ago, hace menos de una hora",
        "2026-05-04T21:30:00-05:00, an hour ago, hace una hora",
        "2026-05-04T10:00:00-05:00, 13 hours ago, hace 13 horas",
        "2026-05-01T10:00:00-05:00, 3 days ago, hace 3 días"
    })
    void aReportIsAsOldInEveryZone(String time, String english, String spanish) {
        assertEquals(english, times("en").ago(OffsetDateTime.parse(time)));
        assertEquals(spanish, times("es").ago(OffsetDateTime.parse(time)));
    }
}
