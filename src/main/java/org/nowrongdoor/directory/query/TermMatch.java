package org.nowrongdoor.directory.query;

import java.util.List;
import java.util.UUID;
import org.nowrongdoor.storage.SqlBuilder;

/** Conditions on the terms that hang on a record. */
final class TermMatch {

    private TermMatch() {}

    /** The very term, not those below it: HSDA asks for one in particular. */
    static SqlBuilder term(String column, UUID termId) {
        return SqlBuilder.of(column + " @> ?", List.of(termId));
    }

    /** Any term of a taxonomy. */
    static SqlBuilder taxonomy(String column, UUID taxonomyId) {
        return SqlBuilder.of(
                column + " && array(select t.id from taxonomy_term t where t.taxonomy_id = ?)", taxonomyId);
    }
}
