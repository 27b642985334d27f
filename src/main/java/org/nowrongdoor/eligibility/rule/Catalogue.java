package org.nowrongdoor.eligibility.rule;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The published lists of attributes and facts, read once from the resource files. */
public final class Catalogue {

    private static final Map<ClientAttribute, AttributeEntry> ATTRIBUTES = readAttributes();

    private Catalogue() {}

    /** All attributes, in the published order. */
    public static List<AttributeEntry> attributes() {
        return Stream.of(ClientAttribute.values()).map(Catalogue::entry).toList();
    }

    /** All facts, in the published order. */
    public static List<FactEntry> facts() {
        return Stream.of(FactCode.values()).map(Catalogue::entry).toList();
    }

    static AttributeEntry entry(ClientAttribute attribute) {
        return Objects.requireNonNull(ATTRIBUTES.get(attribute));
    }

    static FactEntry entry(FactCode code) {
        return Objects.requireNonNull(Facts.ENTRIES.get(code));
    }

    private static Map<ClientAttribute, AttributeEntry> readAttributes() {
        var file = new CatalogueReader("attributes.json");
        return Stream.of(ClientAttribute.values()).collect(Collectors.toUnmodifiableMap(a -> a, file::attribute));
    }

    /** Holder that reads the facts after the attributes, because {@code touched_by} tests attributes. */
    private static final class Facts {
        private static final Map<FactCode, FactEntry> ENTRIES = read();

        private static Map<FactCode, FactEntry> read() {
            var file = new CatalogueReader("facts.json");
            return Stream.of(FactCode.values()).collect(Collectors.toUnmodifiableMap(c -> c, file::fact));
        }
    }
}
