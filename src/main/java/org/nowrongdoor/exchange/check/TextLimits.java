package org.nowrongdoor.exchange.check;

import java.util.Set;
import org.nowrongdoor.exchange.row.Field;

/** How long a text may be, in characters. */
final class TextLimits {

    // 20,000: four times the longest description in public 211 data.
    private static final int PROSE = 20_000;
    private static final int URL = 2_000;
    private static final int NAME = 500;
    private static final Set<String> NAMES = Set.of(
            "name",
            "alternate_name",
            "discreet_name",
            "code",
            "number",
            "postal_code",
            "city",
            "country",
            "label",
            "state_province",
            "title",
            "department",
            "currency",
            "extent_type",
            "link_type",
            "link_entity",
            "type",
            "purpose",
            "aliases",
            "tax_id",
            "identifier");

    private TextLimits() {}

    static int of(Field field) {
        return switch (field.type()) {
            case URL, URI -> URL;
            case TEXT -> NAMES.contains(field.name()) ? NAME : PROSE;
            default -> NAME;
        };
    }
}
