package org.nowrongdoor.directory.contact;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.record.Contact;
import org.nowrongdoor.directory.record.Language;
import org.nowrongdoor.directory.record.LocationRecord;
import org.nowrongdoor.directory.record.Phone;
import org.nowrongdoor.directory.record.Schedule;
import org.nowrongdoor.directory.record.ServiceAtLocationRecord;

/** What a location, and the service given there, say of how the service is reached.
 *  @param schedules those of the service at the location, else those of the location
 *  @param phones those of the service at the location; where no one answers them, those of the location too */
public record ServiceSite(UUID locationId, List<Schedule> schedules, List<Phone> phones, List<Language> languages) {

    private static final Pattern OFFSET = Pattern.compile("\\s*(?:Z|[+-]\\d{2}(?::?\\d{2})?)$");

    /** A public location of a public service. */
    public static ServiceSite ofPublic(ServiceAtLocationRecord pair, LocationRecord location) {
        return of(
                pair,
                location,
                withContacts(pair.phones(), pair.contacts()),
                withContacts(location.phones(), location.contacts()));
    }

    /** A location that may not be told: codes and numbers alone, since anything may stand in words. */
    public static ServiceSite ofWithheld(ServiceAtLocationRecord pair, LocationRecord location) {
        var site = of(pair, location, pair.phones(), location.phones());
        return new ServiceSite(
                site.locationId,
                site.schedules.stream().map(ServiceSite::withoutWords).toList(),
                site.phones.stream().map(ServiceSite::withoutWords).toList(),
                site.languages.stream().map(ServiceSite::withoutWords).toList());
    }

    private static ServiceSite of(
            ServiceAtLocationRecord pair, LocationRecord location, List<Phone> atLocation, List<Phone> ofLocation) {
        return new ServiceSite(
                location.id(),
                pair.schedules().isEmpty() ? location.schedules() : pair.schedules(),
                ServiceContact.upToAnswered(List.of(atLocation, ofLocation)),
                location.languages());
    }

    static List<Phone> withContacts(List<Phone> phones, List<Contact> contacts) {
        return Stream.concat(phones.stream(), contacts.stream().flatMap(contact -> contact.phones().stream()))
                .toList();
    }

    private static Phone withoutWords(Phone phone) {
        return new Phone(
                phone.id(),
                null,
                null,
                null,
                null,
                null,
                phone.number(),
                phone.extension(),
                phone.type(),
                null,
                null,
                phone.languages().stream().map(ServiceSite::withoutWords).toList(),
                List.of(),
                List.of(),
                Map.of());
    }

    private static Language withoutWords(Language language) {
        return new Language(
                language.id(),
                null,
                null,
                null,
                language.name(),
                language.code(),
                null,
                List.of(),
                List.of(),
                language.mode());
    }

    /** The clock of a place that may not be told is that of the published area. */
    private static @Nullable String withoutOffset(@Nullable String clockTime) {
        return clockTime == null ? null : OFFSET.matcher(clockTime).replaceFirst("");
    }

    private static Schedule withoutWords(Schedule schedule) {
        return new Schedule(
                schedule.id(),
                null,
                null,
                null,
                schedule.validFrom(),
                schedule.validTo(),
                schedule.dtstart(),
                null,
                schedule.until(),
                schedule.count(),
                schedule.wkst(),
                schedule.freq(),
                schedule.interval(),
                schedule.byday(),
                schedule.byweekno(),
                schedule.bymonthday(),
                schedule.byyearday(),
                null,
                withoutOffset(schedule.opensAt()),
                withoutOffset(schedule.closesAt()),
                null,
                null,
                null,
                List.of(),
                List.of());
    }
}
