package org.nowrongdoor.search.format;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists of which a listener hears the first, and how many more there are. */
final class ListFormatter {

    private final Messages spoken;
    private final int most;

    ListFormatter(Messages spoken, int most) {
        this.spoken = spoken;
        this.most = most;
    }

    /** The first items and "3 more", joined. */
    String of(Stream<String> items, String comma) {
        return cut(items.toList()).collect(Collectors.joining(comma));
    }

    private Stream<String> cut(List<String> items) {
        return Stream.concat(items.stream().limit(most), more(items.size()).stream());
    }

    /** "3 more" where a list is longer than what is told of it. */
    List<String> more(int size) {
        return size > most ? List.of(spoken.say("more", size - most)) : List.of();
    }
}
