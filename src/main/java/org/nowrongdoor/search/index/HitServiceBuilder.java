package org.nowrongdoor.search.index;

import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.contact.ServiceContact;
import org.nowrongdoor.directory.record.Address;
import org.nowrongdoor.directory.record.Link;
import org.nowrongdoor.directory.record.OrganizationRecord.Relation;
import org.nowrongdoor.directory.record.Phone;
import org.nowrongdoor.directory.record.ServiceArea;
import org.nowrongdoor.directory.record.ServiceRecord;
import org.nowrongdoor.directory.store.Location;
import org.nowrongdoor.directory.store.Organization;
import org.nowrongdoor.region.Region;
import org.nowrongdoor.region.Regions;
import org.nowrongdoor.search.model.HitService;
import org.nowrongdoor.search.model.HitTranslation;
import org.nowrongdoor.search.model.StoredService;
import org.nowrongdoor.text.WireName;

/** Makes the short form of a service that a search answers with. */
@Singleton
class HitServiceBuilder {

    private static final int SUMMARY_LENGTH = 280;
    private static final Set<Relation> TOLD = EnumSet.of(Relation.INTRODUCES, Relation.GIVES_LEGAL_ADVICE);

    private final Regions regions;

    HitServiceBuilder(Regions regions) {
        this.regions = regions;
    }

    HitService of(ServiceRows rows, ServiceContact contact) {
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
                phones(contact),
                record.url() == null && owner != null ? owner.body.website() : record.url(),
                record.email(),
                chat(record),
                contact.languages().stream()
                        .map(l -> new HitService.SpokenLanguage(l.code(), l.name(), l.mode()))
                        .toList(),
                record.serviceAreas().stream().map(this::area).toList(),
                service.locationPolicy,
                rows.publicLocations().stream().map(HitServiceBuilder::place).toList(),
                record.alert(),
                record.applicationProcess(),
                record.successorIds(),
                Map.of());
    }

    /** The partners that a client is sent to, by the word of the organisation itself. */
    static List<StoredService.Partner> partners(@Nullable Organization owner) {
        return owner == null
                ? List.of()
                : owner.body.partners().stream()
                        .filter(partner -> TOLD.contains(partner.relation()))
                        .map(partner -> new StoredService.Partner(
                                partner.organizationId(), WireName.snakeCase(partner.relation())))
                        .toList();
    }

    /** The texts of the short form in other languages, by their codes. */
    static Map<String, HitTranslation> translations(ServiceRecord record, ServiceContact contact) {
        var langs = new HashSet<>(record.translations().keySet());
        contact.phones().forEach(phone -> langs.addAll(phone.translations().keySet()));
        record.serviceAreas().forEach(area -> langs.addAll(area.translations().keySet()));
        var found = new HashMap<String, HitTranslation>();
        for (var lang : langs) {
            var own = Optional.ofNullable(record.translations().get(lang));
            var translation = new HitTranslation(
                    own.map(ServiceRecord.Translation::description)
                            .map(HitServiceBuilder::summary)
                            .orElse(null),
                    own.map(ServiceRecord.Translation::alert).orElse(null),
                    own.map(ServiceRecord.Translation::applicationProcess).orElse(null),
                    words(record, contact, lang));
            if (!translation.saysNothing()) {
                found.put(lang, translation);
            }
        }
        return found;
    }

    private static Map<String, String> words(ServiceRecord record, ServiceContact contact, String lang) {
        var words = new HashMap<String, String>();
        for (var phone : contact.phones()) {
            Optional.ofNullable(phone.translations().get(lang))
                    .map(Phone.Translation::description)
                    .ifPresent(text -> put(words, phone.description(), text));
        }
        for (var area : record.serviceAreas()) {
            Optional.ofNullable(area.translations().get(lang))
                    .map(ServiceArea.Translation::name)
                    .ifPresent(text -> put(words, area.name(), text));
        }
        return words;
    }

    private static void put(Map<String, String> words, @Nullable String original, String translated) {
        if (original != null) {
            words.put(original, translated);
        }
    }

    /** An area whose extent is a drawing, or words, has no id. */
    private HitService.Area area(ServiceArea area) {
        var id = Optional.ofNullable(area.extent()).flatMap(regions::find).map(Region::id);
        return new HitService.Area(id.orElse(null), area.name());
    }

    private static List<HitService.PhoneNumber> phones(ServiceContact contact) {
        return contact.phones().stream()
                .map(p -> new HitService.PhoneNumber(p.number(), p.extension(), p.type(), p.description(), Map.of()))
                .distinct()
                .toList();
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
