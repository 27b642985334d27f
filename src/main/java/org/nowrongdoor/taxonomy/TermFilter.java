package org.nowrongdoor.taxonomy;

import java.util.Optional;
import java.util.UUID;
import org.nowrongdoor.http.parameter.FilterParameters;
import org.nowrongdoor.http.parameter.ParameterProblems;
import org.nowrongdoor.storage.SqlBuilder;
import org.nowrongdoor.storage.TextMatch;

/** Which terms a list is to hold; everything that is asked for must be true of each. */
record TermFilter(Optional<String> search, Optional<UUID> taxonomyId, Optional<UUID> parentId, boolean topOnly) {

    // A code such as shelter.emergency would be one word, a host name; taken apart it is two.
    private static final String WORDS = TextMatch.words(
            "concat_ws(' ', t.name, replace(t.code, '.', ' '), t.body ->> 'name_es', t.body ->> 'description')");

    static TermFilter of(TermParameters asked) {
        boolean topOnly = Boolean.TRUE.equals(asked.topOnly());
        if (topOnly && asked.parentId() != null) {
            throw ParameterProblems.parameter(
                    "top_only", "top_only and parent_id exclude each other; a term at the top has no parent");
        }
        return new TermFilter(
                FilterParameters.words(asked.search()),
                Optional.ofNullable(asked.taxonomyId()),
                Optional.ofNullable(asked.parentId()),
                topOnly);
    }

    /** The condition on a term called t. */
    SqlBuilder condition() {
        var sql = SqlBuilder.of("true");
        search.ifPresent(words -> sql.add("and").add(TextMatch.of(WORDS, words)));
        taxonomyId.ifPresent(id -> sql.add("and t.taxonomy_id = ?", id));
        parentId.ifPresent(id -> sql.add("and t.parent_id = ?", id));
        if (topOnly) {
            sql.add("and t.parent_id is null");
        }
        return sql;
    }
}
