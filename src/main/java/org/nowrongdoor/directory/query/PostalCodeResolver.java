package org.nowrongdoor.directory.query;

import java.util.Optional;

/** Knows where postal codes are. */
@FunctionalInterface
public interface PostalCodeResolver {

    /** The point of a postal code, absent when the gazetteer has none. */
    Optional<PostalCodePoint> find(String postalCode);
}
