package org.nowrongdoor.exchange.row;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every term there is, for the length of one edit or import. */
public final class KnownTerms {

    // A record that serves this term is hidden from maps unless its provider says otherwise.
    private static final String CONFIDENTIAL_DEFAULT = "confidential_default";

    private final Map<UUID, KnownTerm> byId = new HashMap<>();
    private final Map<String, List<KnownTerm>> byCode = new HashMap<>();

    private final Map<String, UUID> taxonomies = new HashMap<>();

    /** The terms so far. */
    public KnownTerms(List<KnownTerm> terms) {
        terms.forEach(this::learn);
    }

    public void learn(KnownTerm term) {
        var before = byId.put(term.id(), term);
        var sameCode = byCode.computeIfAbsent(term.code(), code -> new ArrayList<>());
        if (before != null) {
            byCode.getOrDefault(before.code(), new ArrayList<>()).remove(before);
        }
        sameCode.add(term);
        if (term.taxonomyId() != null && term.taxonomy() != null) {
            taxonomies.putIfAbsent(term.taxonomy(), term.taxonomyId());
        }
    }

    @Nullable public KnownTerm find(UUID id) {
        return byId.get(id);
    }

    /** The term with a code, of the taxonomy that is named, else of the first that has it. */
    @Nullable public KnownTerm find(String code, @Nullable String taxonomy) {
        var found = byCode.getOrDefault(code, List.of());
        for (var term : found) {
            if (taxonomy == null || taxonomy.equals(term.taxonomy())) {
                return term;
            }
        }
        return null;
    }

    /** The term that has a code in a taxonomy, null for none; there is at most one. */
    @Nullable public KnownTerm findOnly(String code, @Nullable UUID taxonomyId) {
        return byCode.getOrDefault(code, List.of()).stream()
                .filter(term -> Objects.equals(taxonomyId, term.taxonomyId()))
                .findFirst()
                .orElse(null);
    }

    /** The taxonomy of that name. */
    @Nullable public UUID findTaxonomy(String name) {
        return taxonomies.get(name);
    }

    /** All of them, by id. */
    public List<KnownTerm> all() {
        return byId.values().stream()
                .sorted(Comparator.comparing(KnownTerm::id))
                .toList();
    }

    public Collection<String> codes() {
        return byCode.keySet();
    }

    /** Whether one of the terms of a record keeps its place confidential until its provider says otherwise. */
    public boolean keepsConfidential(ObjectNode body) {
        return JsonMembers.termIds(body).stream()
                .map(byId::get)
                .anyMatch(term -> term != null && term.flags().contains(CONFIDENTIAL_DEFAULT));
    }
}
