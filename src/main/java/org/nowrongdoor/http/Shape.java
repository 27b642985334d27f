package org.nowrongdoor.http;

import java.util.List;

/** How much of a record a list shows. */
public enum Shape {
    /** The id and when it last changed. */
    MINIMAL,
    /** What there is one of: no lists. */
    SHALLOW,
    /** Everything, nested. */
    FULL;

    /** The names that {@link #of} reads. */
    public static final List<String> NAMES = List.of("minimal", "full");

    /** The names that {@link #ofOne} reads. */
    public static final List<String> NAMES_OF_ONE = List.of("full");

    /** What one record by its id is to show: everything unless {@code full=false}. */
    public static Shape ofOne(Asked asked) {
        return asked.flag("full", true) ? FULL : SHALLOW;
    }

    /** What {@code minimal} and {@code full} ask for. */
    public static Shape of(Asked asked) {
        boolean minimal = asked.flag("minimal", false);
        boolean full = asked.flag("full", false);
        if (minimal && full) {
            throw Asked.refused("minimal", "minimal and full exclude each other; ask for one of them");
        }
        if (minimal) {
            return MINIMAL;
        }
        return full ? FULL : SHALLOW;
    }
}
