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

    /** Every attribute, in the order of the contract. */
    public static List<AttributeEntry> attributes() {
        return Stream.of(ClientAttribute.values()).map(Catalogue::entry).toList();
    }

    /** Every fact, in the order of the contract. */
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
        CatalogueReader file = new CatalogueReader("attributes.json");
        return Stream.of(ClientAttribute.values()).collect(Collectors.toUnmodifiableMap(a -> a, file::attribute));
    }

    /** Read later than the attributes: what touches a fact is a rule over attributes. */
    private static final class Facts {
        private static final Map<FactCode, FactEntry> ENTRIES = read();

        private static Map<FactCode, FactEntry> read() {
            CatalogueReader file = new CatalogueReader("facts.json");
            return Stream.of(FactCode.values()).collect(Collectors.toUnmodifiableMap(c -> c, file::fact));
        }
    }
}
