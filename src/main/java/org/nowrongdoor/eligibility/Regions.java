package org.nowrongdoor.eligibility;

import java.util.Locale;

/** What rules about a home area need to know of the gazetteer. */
public interface Regions {

    boolean knows(String regionId);

    /**
     * Whether all of a region lies inside another, a region in itself included.
     *
     * @return unknown where only a part does, or where the gazetteer cannot tell; failed for an id it does not know
     */
    Kleene lies(String regionId, String insideId);

    /** The region's name to show; its id where it has none. */
    String name(String regionId, Locale locale);
}
