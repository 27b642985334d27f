package org.nowrongdoor.directory.query;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.record.Kind;
import org.nowrongdoor.http.parameter.ParameterProblems;
import org.nowrongdoor.text.WireName;

/** Which kinds of records a list shows: by default those alone that a person may be sent to. */
public final class KindFilter {

    private static final List<String> WORDS = Stream.concat(
                    Arrays.stream(Kind.values()).map(WireName::snakeCase), Stream.of("all"))
            .toList();

    private KindFilter() {}

    /** What {@code kind} asks for. */
    public static Set<Kind> of(@Nullable String kind) {
        if (kind == null) {
            return helping();
        }
        if (!WORDS.contains(kind)) {
            throw ParameterProblems.value("kind", "one of " + String.join(", ", WORDS), kind);
        }
        return named(kind);
    }

    /** Services, hotlines and navigators. */
    public static Set<Kind> helping() {
        var helping = EnumSet.allOf(Kind.class);
        helping.removeIf(kind -> !kind.answersHelp());
        return helping;
    }

    private static Set<Kind> named(String word) {
        return word.equals("all") ? EnumSet.allOf(Kind.class) : EnumSet.of(Kind.valueOf(word.toUpperCase(Locale.ROOT)));
    }
}
