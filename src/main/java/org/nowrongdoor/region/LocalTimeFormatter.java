package org.nowrongdoor.region;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Formats moments by the clock of a region, in the manner of the United States. */
@Singleton
public class LocalTimeFormatter {

    private final Regions regions;

    public LocalTimeFormatter(Regions regions) {
        this.regions = regions;
    }

    /** A day such as "May 4, 2026". */
    public String format(LocalDate day, String lang) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale(lang))
                .format(day);
    }

    private static Locale locale(String lang) {
        return new Locale.Builder().setLanguage(lang).setRegion("US").build();
    }

    /** A moment such as "May 4, 2026, 2:00 PM Central Time".
     *  @param regionIds where the reader is: the first that has a clock counts, UTC where none has
     *  @param lang {@code en} or {@code es} */
    public String format(Instant moment, List<String> regionIds, String lang) {
        var zone = regionIds.stream()
                .flatMap(id -> regions.find(id).stream())
                .map(region -> region.timeZone())
                .filter(Objects::nonNull)
                .findFirst()
                .map(ZoneId::of)
                .orElse(ZoneOffset.UTC);
        var locale = locale(lang);
        var there = moment.atZone(zone);
        var time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale)
                .format(there);
        var clock = zone.equals(ZoneOffset.UTC)
                ? "UTC"
                : DateTimeFormatter.ofPattern("vvvv", locale).format(there);
        // Newer Java versions put narrow spaces into a time.
        return format(there.toLocalDate(), lang) + ", " + time.replaceAll("[\\u00a0\\u202f]", " ") + ' ' + clock;
    }
}
