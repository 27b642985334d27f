package org.nowrongdoor.eligibility.rule;

import java.util.Locale;

/** What rules about a home area need to know of the gazetteer. */
public interface RegionContainment {

    boolean knows(String regionId);

    /**
     * Whether all of a region lies inside another, a region in itself included.
     *
     * @return unknown where only a part of it does, as of a state in one of its counties; failed for an id that is not
     *     known
     */
    Kleene lies(String regionId, String insideId);

    /** The region's name to show; its id where it has none. */
    String name(String regionId, Locale locale);
}
