package org.nowrongdoor.eligibility.rule;

import java.util.Locale;

/** The region lookups that rules about a home area need. */
public interface RegionContainment {

    boolean knows(String regionId);

    /** Whether all of a region lies inside another; a region lies inside itself.
     *  @return unknown where only a part of it does, as for a state in one of its counties; failed for an unknown id */
    Kleene lies(String regionId, String insideId);

    /** The display name of a region; its id where it has none. */
    String name(String regionId, Locale locale);
}
