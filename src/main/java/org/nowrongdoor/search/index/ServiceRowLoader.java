package org.nowrongdoor.search.index;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.store.Location;
import org.nowrongdoor.directory.store.Organization;
import org.nowrongdoor.directory.store.Service;
import org.nowrongdoor.directory.store.ServiceAtLocation;

/** Reads services out of the store with all that their documents are made of, a batch in five statements. */
@Singleton
public class ServiceRowLoader {

    private static final UUID LOWEST = new UUID(0, 0);

    private final EntityManager entities;

    ServiceRowLoader(EntityManager entities) {
        this.entities = entities;
    }

    /** The next services in the order of their ids.
     *  @param after the last id read, null for the beginning */
    public List<ServiceRows> page(@Nullable UUID after, int size) {
        var ids = entities.createQuery("select s.id from Service s where s.id > :after order by s.id", UUID.class)
                .setParameter("after", after == null ? LOWEST : after)
                .setMaxResults(size)
                .getResultList();
        return find(ids).stream()
                .sorted(Comparator.comparingInt(rows -> ids.indexOf(rows.service().id)))
                .toList();
    }

    /** The ids that come next, in their order.
     *  @param after the last one read, null for the beginning */
    public List<UUID> ids(@Nullable UUID after, int size) {
        return entities.createQuery("select s.id from Service s where s.id > :after order by s.id", UUID.class)
                .setParameter("after", after == null ? LOWEST : after)
                .setMaxResults(size)
                .getResultList();
    }

    /** When a service last changed; empty when it is gone. Reads nothing of its record. */
    public Optional<Instant> version(UUID id) {
        return entities.createQuery("select s.lastModified from Service s where s.id = :id", Instant.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** A rule as it is stored, with the one fact that decides how its words for gender are meant. */
    public record StoredRule(String rule, @Nullable String transInclusive) {}

    /** Every distinct rule of the directory. */
    public List<StoredRule> rules() {
        Stream<?> rows = entities.createNativeQuery(
                        "select distinct cast(body -> 'eligibility' as text), body -> 'facts' -> 'trans_inclusive' ->> 'value'"
                                + " from service where body -> 'eligibility' is not null",
                        Object[].class)
                .getResultStream();
        return rows.map(row -> (Object[]) row)
                .map(row -> new StoredRule((String) row[0], (String) row[1]))
                .toList();
    }

    /** The rules of the services that state two ages and no rule of their own. */
    public List<JsonNode> rulesOfAges() {
        Stream<?> rows = entities.createNativeQuery(
                        "select distinct cast(body ->> 'minimum_age' as numeric), cast(body ->> 'maximum_age' as numeric)"
                                + " from service where body -> 'eligibility' is null"
                                + " and jsonb_exists_any(body, array['minimum_age', 'maximum_age'])",
                        Object[].class)
                .getResultStream();
        return rows.map(row -> (Object[]) row)
                .flatMap(row ->
                        Stream.ofNullable(StatedRuleReader.ofAges((BigDecimal) row[0], (BigDecimal) row[1], null)))
                .toList();
    }

    /** The services with these ids, without those that are gone. */
    public List<ServiceRows> find(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        // First of all: rows that are read later may be newer than the token says, never older.
        var withheld = withheld(ids);
        var services = entities.createQuery("from Service s where s.id in :ids", Service.class)
                .setParameter("ids", ids)
                .getResultList();
        return gather(services, withheld);
    }

    private Map<UUID, UUID> withheld(Collection<UUID> ids) {
        Stream<?> rows = entities.createNativeQuery(
                        "select service_id, token from withheld where service_id in (:ids)", Object[].class)
                .setParameter("ids", ids)
                .getResultStream();
        return rows.map(row -> (Object[]) row).collect(Collectors.toMap(row -> (UUID) row[0], row -> (UUID) row[1]));
    }

    private List<ServiceRows> gather(List<Service> services, Map<UUID, UUID> withheld) {
        if (services.isEmpty()) {
            return List.of();
        }
        var links = entities.createQuery(
                        "from ServiceAtLocation a where a.serviceId in :ids order by a.id", ServiceAtLocation.class)
                .setParameter("ids", services.stream().map(s -> s.id).toList())
                .getResultList();
        var places = byId(Location.class, links.stream().map(a -> a.locationId).toList(), l -> l.id);
        var owners = byId(
                Organization.class,
                services.stream()
                        .map(s -> s.organizationId)
                        .filter(Objects::nonNull)
                        .toList(),
                o -> o.id);
        var placesOf = links.stream()
                .filter(a -> places.containsKey(a.locationId))
                .collect(Collectors.groupingBy(
                        a -> a.serviceId, Collectors.mapping(a -> site(a, places), Collectors.toList())));
        return services.stream()
                .map(s -> new ServiceRows(
                        s,
                        s.organizationId == null ? null : owners.get(s.organizationId),
                        placesOf.getOrDefault(s.id, List.of()),
                        withheld.get(s.id)))
                .toList();
    }

    private static ServiceRows.Site site(ServiceAtLocation pair, Map<UUID, Location> places) {
        return new ServiceRows.Site(pair, Objects.requireNonNull(places.get(pair.locationId)));
    }

    private <T> Map<UUID, T> byId(Class<T> type, List<UUID> ids, Function<T, UUID> id) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return entities.createQuery("from " + type.getSimpleName() + " e where e.id in :ids", type)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(id, Function.identity()));
    }
}
