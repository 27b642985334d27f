package org.nowrongdoor.drill.model;

import static org.nowrongdoor.support.Json.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the directory should hold, in maps: the same rules in the fewest words. */
final class ModelDirectory {

    static final class Organization {
        final UUID id = UUID.randomUUID();
        String name = "";
    }

    static final class Location {
        final UUID id = UUID.randomUUID();
        final String street;
        Organization owner;
        String name = "";
        int place;
        boolean isPublic = true;

        Location(String street, Organization owner) {
            this.street = street;
            this.owner = owner;
        }

        /** With a number of its own: that of a withheld house is withheld wherever a record of it says it. */
        String line() {
            return 1000 + Math.floorMod(street.hashCode(), 9000) + " " + street + " Street";
        }
    }

    static final class Term {
        final UUID id = UUID.randomUUID();
        String name = "";
    }

    static final class Service {
        final UUID id = UUID.randomUUID();
        Organization owner;
        String name = "";
        String alert = "";
        /** An address that its description tells; none when that was cut. */
        @Nullable Location told;

        /** What its provider states of leaving the trade; it outlives what others write. */
        String stated = "unknown";
        /** Of its provider, once there is one. */
        @Nullable String link;

        String capacity = "unknown";
        boolean isPublic = true;
        final Map<Location, UUID> pairs = new LinkedHashMap<>();

        @Nullable Term term;

        Service(Organization owner) {
            this.owner = owner;
        }

        /** Where it is shown. */
        List<Location> shownAt() {
            return isPublic ? pairs.keySet().stream().filter(at -> at.isPublic).toList() : List.of();
        }
    }

    final List<Organization> organizations = new ArrayList<>();
    final List<Location> locations = new ArrayList<>();
    final List<Service> services = new ArrayList<>();
    final List<Term> terms = new ArrayList<>();
    /** Texts of notes on laws, and of those that were taken away none. */
    final Map<UUID, Optional<String>> notes = new LinkedHashMap<>();

    final Set<String> gone = new LinkedHashSet<>();
    /** Of locations that are not public, or gone. */
    final Set<String> secrets = new LinkedHashSet<>();

    /** The locations that an organisation shows. */
    Set<String> shownBy(Organization owner) {
        return locations.stream()
                .filter(location -> location.owner == owner && location.isPublic)
                .map(location -> location.id.toString())
                .collect(Collectors.toSet());
    }

    void hide(Location location) {
        location.isPublic = false;
        secrets.add(location.street);
        services.stream().filter(service -> service.told == location).forEach(service -> service.told = null);
    }

    /** A confidential service takes the address of each of its locations along. */
    void settle(Service service) {
        if (!service.isPublic) {
            service.pairs.keySet().forEach(this::hide);
        }
    }

    void remove(Location location) {
        locations.remove(location);
        hide(location);
        services.forEach(service -> {
            var pair = service.pairs.remove(location);
            if (pair != null) {
                gone.add("/service_at_locations/" + pair);
            }
        });
        gone.add("/locations/" + location.id);
    }

    void remove(Service service) {
        services.remove(service);
        var lonely = service.pairs.keySet().stream()
                .filter(at -> services.stream().noneMatch(other -> other.pairs.containsKey(at)))
                .toList();
        service.pairs.values().forEach(pair -> gone.add("/service_at_locations/" + pair));
        lonely.forEach(this::remove);
        gone.add("/services/" + service.id);
    }

    /** What a replacement does to where a service is given: one that is not shown cannot have been left out. */
    void replacePairs(Service service, Map<Location, UUID> wanted) {
        if (service.isPublic) {
            service.pairs.entrySet().removeIf(entry -> {
                var isLeft = entry.getKey().isPublic && !wanted.containsKey(entry.getKey());
                if (isLeft) {
                    gone.add("/service_at_locations/" + entry.getValue());
                }
                return isLeft;
            });
        }
        wanted.forEach(service.pairs::putIfAbsent);
        settle(service);
    }

    static String body(Service service, Map<Location, UUID> pairs) {
        var given = pairs.entrySet().stream()
                .map(entry -> json("{'id': '%s', 'location_id': '%s'}", entry.getValue(), entry.getKey().id))
                .collect(Collectors.joining(", "));
        return json(
                "{'id': '%s', 'name': '%s', 'status': 'active', 'alert': '%s', 'description': '%s', 'organization_id': '%s',"
                        + " %s 'service_at_locations': [%s]}",
                service.id,
                service.name,
                service.alert,
                description(service),
                service.owner.id,
                service.term == null ? "" : attributes(service.term) + ",",
                given);
    }

    static String attributes(Term term) {
        return json("'attributes': [{'link_type': 'service_type', 'taxonomy_term': {'id': '%s'}}]", term.id);
    }

    static String description(Service service) {
        return service.told == null ? "help" : "come to " + service.told.line();
    }

    static String body(Location location) {
        return json(
                "{'id': '%s', 'organization_id': '%s', 'location_type': 'physical', 'name': '%s', %s,"
                        + " 'addresses': [{'address_1': '%s', 'city': 'Lincoln', 'state_province': 'NE',"
                        + " 'postal_code': '68501', 'country': 'US', 'address_type': 'physical'}]}",
                location.id, location.owner.id, location.name, position(location), location.line());
    }

    static String position(Location location) {
        return json("'latitude': %s, 'longitude': %s", latitude(location.place), -97.25);
    }

    /** Places lie 11 km apart. */
    static String latitude(int place) {
        return "%.4f".formatted(38 + place / 10.0);
    }
}
