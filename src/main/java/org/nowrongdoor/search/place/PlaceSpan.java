package org.nowrongdoor.search.place;

import org.nowrongdoor.region.Place;

/** Words that name a place.
 *  @param from the first of them, counted from 0
 *  @param to the one after the last */
record PlaceSpan(Place place, int from, int to) {}
