package org.nowrongdoor.directory.contact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.nowrongdoor.directory.record.Language;
import org.nowrongdoor.directory.record.Phone;
import org.nowrongdoor.directory.record.ServiceRecord;
import org.nowrongdoor.taxonomy.language.Languages;

/** How a service is reached, when and in which languages: as it says itself and, where it is silent, as its locations say.
 *  @param phones the service's own; where no one answers them, those of its locations too, and then its organisation's
 *  @param hours the service's own alone, or one entry for each location; none where no one speaks of hours
 *  @param languages of the service, of its locations and of the phones, each once
 *  @param isEveryLanguageStated whether the service, or every one of its locations, lists its languages: those of a phone
 *      alone leave open what else is spoken */
public record ServiceContact(
        List<Phone> phones, List<StatedHours> hours, List<Language> languages, boolean isEveryLanguageStated) {

    /** What a service and its locations say.
     *  @param ofOrganization the numbers of its organisation */
    public static ServiceContact of(ServiceRecord service, List<ServiceSite> sites, List<Phone> ofOrganization) {
        var phones = upToAnswered(List.of(
                ServiceSite.withContacts(service.phones(), service.contacts()),
                sites.stream().flatMap(site -> site.phones().stream()).toList(),
                ofOrganization));
        return new ServiceContact(
                phones,
                hours(service, sites),
                languages(service, sites, phones),
                !service.languages().isEmpty()
                        || (!sites.isEmpty()
                                && sites.stream()
                                        .noneMatch(site -> site.languages().isEmpty())));
    }

    private static List<StatedHours> hours(ServiceRecord service, List<ServiceSite> sites) {
        if (!service.schedules().isEmpty()) {
            return List.of(new StatedHours(null, service.schedules()));
        }
        return sites.stream().allMatch(site -> site.schedules().isEmpty())
                ? List.of()
                : sites.stream()
                        .map(site -> new StatedHours(site.locationId(), site.schedules()))
                        .toList();
    }

    private static List<Language> languages(ServiceRecord service, List<ServiceSite> sites, List<Phone> phones) {
        var found = new LinkedHashMap<List<Object>, Language>();
        Stream.of(
                        service.languages().stream(),
                        sites.stream().flatMap(site -> site.languages().stream()),
                        phones.stream().filter(ServiceContact::isAnswered).flatMap(phone -> phone.languages().stream()))
                .flatMap(all -> all)
                .forEach(language -> found.putIfAbsent(key(language), language));
        return List.copyOf(found.values());
    }

    /** The same language in another spelling is no other one. */
    private static List<Object> key(Language language) {
        var code = Languages.codeOf(language.code()).map(List::of).orElseGet(() -> Languages.codesOf(language.name()));
        var spoken = code.isEmpty() ? String.valueOf(language.code()) + language.name() : code;
        return List.of(spoken, String.valueOf(language.mode()));
    }

    /** The numbers of the first list, and of the next ones until there is one that a person answers. */
    static List<Phone> upToAnswered(List<List<Phone>> lists) {
        var phones = new ArrayList<Phone>();
        for (var list : lists) {
            if (phones.stream().noneMatch(ServiceContact::isAnswered)) {
                phones.addAll(list);
            }
        }
        return List.copyOf(phones);
    }

    private static boolean isAnswered(Phone phone) {
        return Phone.Use.of(phone.type()).isAnswered();
    }
}
