package org.nowrongdoor.region;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A provider reads times by its own clock. */
class LocalTimeFormatterTest {

    private static final LocalTimeFormatter TIMES = new LocalTimeFormatter(new Regions());

    private static String said(List<String> regions, String lang) {
        return TIMES.format(Instant.parse("2026-05-04T19:00:00Z"), regions, lang);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "27053 | en | May 4, 2026, 2:00 PM Central Time",
                "MN | es | 4 de mayo de 2026, 2:00 p. m. hora central",
                "AK | en | May 4, 2026, 11:00 AM Alaska Time",
                "us | en | May 4, 2026, 7:00 PM UTC"
            })
    void aMomentIsToldByTheClockOfTheRegion(String region, String lang, String words) {
        assertEquals(words, said(List.of(region), lang));
    }

    @Test
    void theFirstRegionWithAClockCounts() {
        assertEquals(said(List.of("MN"), "en"), said(List.of("us", "nowhere", "MN", "AK"), "en"));
        assertEquals("May 4, 2026", TIMES.format(LocalDate.of(2026, 5, 4), "en"));
        assertEquals("4 de mayo de 2026", TIMES.format(LocalDate.of(2026, 5, 4), "es"));
    }
}
