package org.nowrongdoor.search.index;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.record.Address;
import org.nowrongdoor.directory.record.Link;
import org.nowrongdoor.directory.record.Phone;
import org.nowrongdoor.directory.record.ServiceRecord;
import org.nowrongdoor.directory.store.Location;
import org.nowrongdoor.directory.store.Organization;
import org.nowrongdoor.search.model.HitService;

/** Makes the short form of a service that a search answers with. */
@Singleton
class HitServiceBuilder {

    private static final int SUMMARY_LENGTH = 280;

    HitService of(ServiceRows rows, List<Location> publicPlaces) {
        var service = rows.service();
        var record = service.body;
        var owner = rows.organization();
        return new HitService(
                service.id,
                service.name,
                service.kind,
                service.status,
                owner == null ? null : new HitService.OrganizationName(owner.id, owner.name),
                summary(record.description()),
                phones(rows),
                record.url() == null && owner != null ? owner.body.website() : record.url(),
                record.email(),
                chat(record),
                record.languages().stream()
                        .map(l -> new HitService.SpokenLanguage(l.code(), l.name(), l.mode()))
                        .toList(),
                record.serviceAreas().stream()
                        .map(a -> new HitService.Area(a.extent(), a.name()))
                        .toList(),
                service.locationPolicy,
                publicPlaces.stream().map(HitServiceBuilder::place).toList(),
                record.alert(),
                record.applicationProcess(),
                record.successorIds());
    }

    /** The service's own numbers, else those of its places, else its organisation's. */
    private static List<HitService.PhoneNumber> phones(ServiceRows rows) {
        var record = rows.service().body;
        var own = Stream.concat(
                        record.phones().stream(), record.contacts().stream().flatMap(c -> c.phones().stream()))
                .toList();
        var atPlaces =
                rows.locations().stream().flatMap(l -> l.body.phones().stream()).toList();
        var owners = ownersPhones(rows.organization());
        var best = !own.isEmpty() ? own : !atPlaces.isEmpty() ? atPlaces : owners;
        return best.stream()
                .map(p -> new HitService.PhoneNumber(p.number(), p.extension(), p.type(), p.description()))
                .distinct()
                .toList();
    }

    private static List<Phone> ownersPhones(@Nullable Organization owner) {
        return owner == null ? List.of() : owner.body.phones();
    }

    private static @Nullable String chat(ServiceRecord record) {
        return record.additionalUrls().stream()
                .filter(link -> "chat".equalsIgnoreCase(link.label()))
                .map(Link::url)
                .findFirst()
                .orElse(null);
    }

    private static HitService.Place place(Location location) {
        var address = location.body.addresses().stream().findFirst();
        return new HitService.Place(
                location.id,
                location.body.name(),
                address.map(Address::address1).orElse(null),
                address.map(Address::city).orElse(null),
                address.map(Address::stateProvince).orElse(null),
                address.map(Address::postalCode).orElse(null),
                location.latitude,
                location.longitude);
    }

    private static @Nullable String summary(@Nullable String description) {
        var text = Objects.requireNonNullElse(description, "").strip();
        if (text.isEmpty()) {
            return null;
        }
        if (text.length() <= SUMMARY_LENGTH) {
            return text;
        }
        var cut = text.lastIndexOf(' ', SUMMARY_LENGTH);
        return text.substring(0, cut < SUMMARY_LENGTH / 2 ? SUMMARY_LENGTH : cut) + "…";
    }
}
