package org.nowrongdoor.search.index;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.store.Location;
import org.nowrongdoor.directory.store.Organization;
import org.nowrongdoor.directory.store.Service;
import org.nowrongdoor.directory.store.ServiceAtLocation;
import org.nowrongdoor.storage.Change;

/** Reads services out of the store with all that their documents are made of, a batch in four statements. */
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
        var services = entities.createQuery("from Service s where s.id > :after order by s.id", Service.class)
                .setParameter("after", after == null ? LOWEST : after)
                .setMaxResults(size)
                .getResultList();
        return gather(services);
    }

    /** A rule as it is stored, with the one fact that decides how its words for gender are meant. */
    record StoredRule(String rule, @Nullable String transInclusive) {}

    /** Every distinct rule of the directory. */
    List<StoredRule> rules() {
        Stream<?> rows = entities.createNativeQuery(
                        "select distinct cast(body -> 'eligibility' as text), body -> 'facts' -> 'trans_inclusive' ->> 'value'"
                                + " from service where body -> 'eligibility' is not null",
                        Object[].class)
                .getResultStream();
        return rows.map(row -> (Object[]) row)
                .map(row -> new StoredRule((String) row[0], (String) row[1]))
                .toList();
    }

    /** The services with these ids, without those that are gone. */
    public List<ServiceRows> find(Collection<UUID> ids) {
        return gather(entities.createQuery("from Service s where s.id in :ids", Service.class)
                .setParameter("ids", ids)
                .getResultList());
    }

    /** The services whose documents show something that has changed. */
    Set<UUID> touchedBy(List<Change> changes) {
        return changes.stream()
                .collect(Collectors.groupingBy(Change::entity, Collectors.mapping(Change::id, Collectors.toSet())))
                .entrySet()
                .stream()
                .flatMap(group -> switch (group.getKey()) {
                    case SERVICE -> group.getValue().stream();
                    case ORGANIZATION ->
                        ids("select s.id from Service s where s.organizationId in :ids", group.getValue());
                    case LOCATION ->
                        ids("select a.serviceId from ServiceAtLocation a where a.locationId in :ids", group.getValue());
                    case SERVICE_AT_LOCATION ->
                        ids("select a.serviceId from ServiceAtLocation a where a.id in :ids", group.getValue());
                    case TAXONOMY_TERM -> group.getValue().stream().flatMap(this::withTerm);
                    case TAXONOMY -> Stream.<UUID>empty();
                })
                .collect(Collectors.toSet());
    }

    private Stream<UUID> ids(String query, Set<UUID> ids) {
        return entities.createQuery(query, UUID.class).setParameter("ids", ids).getResultStream();
    }

    private Stream<UUID> withTerm(UUID term) {
        return entities.createQuery("select s.id from Service s where array_contains(s.termIds, :term)", UUID.class)
                .setParameter("term", term)
                .getResultStream();
    }

    private List<ServiceRows> gather(List<Service> services) {
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
                .collect(Collectors.groupingBy(
                        a -> a.serviceId, Collectors.mapping(a -> places.get(a.locationId), Collectors.toList())));
        return services.stream()
                .map(s -> new ServiceRows(
                        s,
                        s.organizationId == null ? null : owners.get(s.organizationId),
                        placesOf.getOrDefault(s.id, List.of())))
                .toList();
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
