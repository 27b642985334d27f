package org.nowrongdoor.search.understanding;

import java.util.List;
import java.util.Optional;
import org.nowrongdoor.region.Place;
import org.nowrongdoor.region.Region;

/** What a line was read as.
 *  @param words the line without its places and what leads to them, in its order
 *  @param needs the same without the names of organisations in it: what a name says is no need
 *  @param place where help is looked for; empty when no place is meant
 *  @param asked names of places that may be meant and were not taken for the place, each unresolved with candidates
 *  @param organizations organisations that are named */
public record LineReading(
        String words,
        String needs,
        Optional<ReadPlace> place,
        List<Place> asked,
        List<ReadOrganization> organizations) {

    /** A line in which no place and no organisation was looked for. */
    public static LineReading of(String words) {
        return new LineReading(words, words, Optional.empty(), List.of(), List.of());
    }

    /** A place that was read.
     *  @param isSure whether no other can be meant: then it filters, else it ranks
     *  @param also what else may be meant, the likeliest first */
    public record ReadPlace(Place place, boolean isSure, List<Region> also) {}

    /** An organisation that was read.
     *  @param from the words that name it, as they were typed */
    public record ReadOrganization(NamedOrganization organization, String from) {}
}
