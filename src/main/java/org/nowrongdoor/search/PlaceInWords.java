package org.nowrongdoor.search;

import java.util.regex.Pattern;

/** Finds the place in a query that was typed in one breath: "bed tonight in Duluth", "refugio cerca de Tampa". */
final class PlaceInWords {

    private static final Pattern NEAR = Pattern.compile(
            "(?iu)^(.*?)\\s*\\b(?:in|near|around|at|en|cerca de|por)\\s+([\\p{L}.' ]{3,60}(?:,\\s*[A-Za-z]{2})?|\\d{5})\\s*$");

    private PlaceInWords() {}

    /** The query without its place, and the place. */
    record Split(String words, WhereReader.Reading where) {}

    static Split split(String q, WhereReader places) {
        var match = NEAR.matcher(q);
        if (match.matches() && !match.group(1).isBlank()) {
            var place = places.inWords(match.group(2));
            if (place.isPresent()) {
                return new Split(match.group(1), place.get());
            }
        }
        return new Split(q, WhereReader.Reading.NONE);
    }
}
