package org.nowrongdoor.search.engine;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.nowrongdoor.region.Region;
import org.nowrongdoor.search.index.IndexFields;
import org.nowrongdoor.search.index.NameKey;
import org.nowrongdoor.search.model.HitService;
import org.nowrongdoor.search.understanding.NameLookup;
import org.nowrongdoor.search.understanding.NamedOrganization;

/** Names as the index has them. */
@Singleton
class IndexedNameLookup implements NameLookup {

    // 40: services of the few organisations that a line may name.
    private static final int MOST_SERVICES = 40;

    // A minute: which of two towns is meant changes with no single record, and a line of their names asks for many.
    private static final Duration KNOWN_FOR = Duration.ofMinutes(1);
    private static final int MOST_PLACES = 5_000;

    private final ServiceSearcher search;
    private final LoadingCache<Region, Boolean> served;

    IndexedNameLookup(ServiceSearcher search) {
        this.search = search;
        served = Caffeine.newBuilder()
                .expireAfterWrite(KNOWN_FOR)
                .maximumSize(MOST_PLACES)
                .build(this::isServed);
    }

    @Override
    public boolean hasAll(String word, String other) {
        return search.holdsName(word, other);
    }

    @Override
    public List<NamedOrganization> organizations(Collection<String> keys) {
        var found = new ArrayList<NamedOrganization>();
        search.top(f -> f.terms().field(IndexFields.OWN_NAMES).matchingAny(keys).constantScore(), MOST_SERVICES)
                .forEach(service -> add(service.service(), keys, found));
        return found;
    }

    @Override
    public boolean hasServices(Region place) {
        return served.get(place);
    }

    private boolean isServed(Region place) {
        var around =
                Stream.of(place.id(), place.parentId()).filter(Objects::nonNull).toList();
        return !search.top(
                        f -> f.terms()
                                .field(IndexFields.AREAS)
                                .matchingAny(around)
                                .constantScore(),
                        1)
                .isEmpty();
    }

    /** A service that is itself called so is found by its name; of the others the organisation is called so. */
    private void add(HitService service, Collection<String> keys, List<NamedOrganization> found) {
        var owner = service.organization();
        if (owner == null) {
            return;
        }
        var id = owner.id();
        if (found.stream().noneMatch(known -> known.id().equals(id))) {
            NameKey.said(owner.name())
                    .filter(keys::contains)
                    .findFirst()
                    .ifPresent(key -> found.add(
                            new NamedOrganization(key, id, owner.name(), Set.copyOf(service.successorIds()))));
        }
    }
}
