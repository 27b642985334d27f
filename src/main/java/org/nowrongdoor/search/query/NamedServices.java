package org.nowrongdoor.search.query;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.nowrongdoor.search.understanding.NamedOrganization;

/** The services that a name leads to.
 *  @param organizations ids of the organisations that are called so
 *  @param successors ids of services that took over from one that is closed */
public record NamedServices(Set<String> organizations, Set<String> successors) {

    /** No name was read. */
    public static final NamedServices NONE = new NamedServices(Set.of(), Set.of());

    static NamedServices of(List<NamedOrganization> named) {
        return new NamedServices(
                named.stream().map(each -> each.id().toString()).collect(Collectors.toUnmodifiableSet()),
                named.stream()
                        .flatMap(each -> each.successors().stream())
                        .map(Object::toString)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether there are any. */
    public boolean isAny() {
        return !organizations.isEmpty();
    }
}
