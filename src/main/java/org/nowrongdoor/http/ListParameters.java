package org.nowrongdoor.http;

import java.util.List;
import java.util.stream.Stream;

/** The names that a list understands. */
public final class ListParameters {

    private static final List<String> OF_EVERY_LIST = List.of("page", "per_page", "format");

    private ListParameters() {}

    /** Those of every list, of its filter and of its shape. */
    public static List<String> and(List<String> filter, List<String> shape) {
        return Stream.of(OF_EVERY_LIST, filter, shape)
                .flatMap(List::stream)
                .distinct()
                .toList();
    }
}
