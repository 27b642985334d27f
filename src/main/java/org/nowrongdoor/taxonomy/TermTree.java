package org.nowrongdoor.taxonomy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Our needs and what lies under what: a snapshot that never changes. */
public final class TermTree {

    private final Map<String, TermNode> byCode = new LinkedHashMap<>();
    private final Map<UUID, TermNode> byId = new HashMap<>();
    private final Map<String, List<String>> children = new HashMap<>();

    /** A tree of terms; one whose parent is not among them is a root. */
    public TermTree(Collection<TermNode> terms) {
        for (var term : terms) {
            byCode.put(term.code(), term);
            byId.put(term.id(), term);
            if (term.parentCode() != null) {
                children.computeIfAbsent(term.parentCode(), code -> new ArrayList<>())
                        .add(term.code());
            }
        }
    }

    /** The tree that travels in the jar, as it is before anybody edits it. */
    public static TermTree packaged() {
        return Packaged.TREE;
    }

    private static final class Packaged {
        private static final TermTree TREE = new TermTree(TaxonomyReader.terms());
    }

    /** A term by its code, in whatever case. */
    public Optional<TermNode> find(String code) {
        return Optional.ofNullable(byCode.get(code.strip().toLowerCase(Locale.ROOT)));
    }

    /** A term by its record's id. */
    public Optional<TermNode> find(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Every term, in the order of the vocabulary. */
    public Collection<TermNode> list() {
        return byCode.values();
    }

    /** A code and the codes of all terms under it; a service with one of them meets the need. */
    public Set<String> withDescendants(String code) {
        var found = new LinkedHashSet<String>();
        collect(code, found);
        return found;
    }

    private void collect(String code, Set<String> found) {
        if (found.add(code)) {
            children.getOrDefault(code, List.of()).forEach(child -> collect(child, found));
        }
    }

    /** The code that this one lies right under; itself where it lies under none. */
    public String above(String code) {
        return find(code).map(TermNode::parentCode).orElse(code);
    }

    /** A code and those it lies under, up to its root: what an index writes to answer for all of them. */
    public Set<String> withAncestors(String code) {
        var found = new LinkedHashSet<String>();
        @Nullable String at = code;
        while (at != null && found.add(at)) {
            var term = byCode.get(at);
            at = term == null ? null : term.parentCode();
        }
        return found;
    }

    /** What a code is called; the code itself where no one knows it. */
    public String label(String code, String lang) {
        return find(code).map(term -> term.label(lang)).orElse(code);
    }

    /** What a code is called in English. */
    public String labelEn(String code) {
        return label(code, "en");
    }

    /** What a code is called in Spanish. */
    public String labelEs(String code) {
        return label(code, "es");
    }

    /** Every code, in the order of the vocabulary. */
    public Set<String> codes() {
        return Collections.unmodifiableSet(byCode.keySet());
    }
}
