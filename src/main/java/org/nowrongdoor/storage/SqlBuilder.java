package org.nowrongdoor.storage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A statement that grows by what is asked for, with its values in the order of their question marks. */
public final class SqlBuilder {

    private final StringBuilder text = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    /** A statement that begins so. */
    public static SqlBuilder of(String text, Object... values) {
        return new SqlBuilder().add(text, values);
    }

    /** This statement and more of it. Text is ours; whatever a caller said is a value. */
    public SqlBuilder add(String more, Object... itsValues) {
        text.append(more).append(' ');
        values.addAll(Arrays.asList(itsValues));
        return this;
    }

    /** This statement and another. */
    public SqlBuilder add(SqlBuilder other) {
        text.append(other.text);
        values.addAll(other.values);
        return this;
    }

    /** The end of a statement that reads a stretch of a list, its where clause being open.
     *  Lists are ordered by id alone: a name may change between two pages, an id cannot. */
    public static SqlBuilder stretch(String idColumn, @Nullable UUID after, long offset, int limit) {
        var end = new SqlBuilder();
        if (after != null) {
            end.add("and " + idColumn + " > ?", after);
        }
        return end.add("order by " + idColumn + " limit ? offset ?", limit, offset);
    }

    String text() {
        return text.toString();
    }

    List<Object> values() {
        return values;
    }
}
