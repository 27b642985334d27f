package org.nowrongdoor.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Names of enum constants as JSON, the store and the index have them. */
public final class WireName {

    private WireName() {}

    /** The name in the form {@code not_eligible}. */
    public static String snakeCase(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** The name in the form {@code in-progress}. */
    public static String kebabCase(Enum<?> constant) {
        return snakeCase(constant).replace('_', '-');
    }

    /** The names of some constants in the form {@code in-progress}, in their order. */
    public static List<String> listKebabCase(Enum<?>[] constants) {
        return Arrays.stream(constants).map(WireName::kebabCase).toList();
    }
}
