package org.nowrongdoor.taxonomy;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nowrongdoor.http.parameter.Trees;
import org.nowrongdoor.http.record.Listing;
import org.nowrongdoor.http.record.Shown;
import org.nowrongdoor.storage.Rows;
import org.nowrongdoor.storage.Sql;

/** Terms as they are shown, each with its taxonomy and without the forms that are for input alone. */
@Singleton
public class TermViews {

    private static final List<String> FIELDS = Trees.namesOf(TermRecord.class);

    private static final String COLUMNS = """
            select t.body, t.last_modified, x.body, x.last_modified
            from taxonomy_term t left join taxonomy x on x.id = t.taxonomy_id
            where
            """;

    private final Rows rows;
    private final Trees trees;

    public TermViews(Rows rows, Trees trees) {
        this.rows = rows;
        this.trees = trees;
    }

    /** The term with this id. */
    public Optional<Shown> find(UUID id) {
        return rows.list(Sql.of(COLUMNS + "t.id = ?", id), this::shown).stream().findFirst();
    }

    /** The terms that pass a filter. */
    Listing listing(TermFilter filter) {
        return Listing.of(
                () -> rows.number(
                        Sql.of("select count(*) from taxonomy_term t where").add(filter.condition())),
                slice -> rows.list(
                        Sql.of(COLUMNS)
                                .add(filter.condition())
                                .add(Sql.stretch("t.id", slice.after(), slice.offset(), slice.limit())),
                        this::shown));
    }

    private Shown shown(ResultSet row) throws SQLException {
        var term = trees.read(row.getString(1));
        InputForms.drop(term);
        var shown = new Shown(term, row.getTimestamp(2).toInstant());
        var taxonomy = row.getString(3);
        if (taxonomy != null) {
            term.set("taxonomy_detail", trees.arranged(trees.read(taxonomy), TaxonomyViews.FIELDS));
            term.remove("taxonomy_id");
            shown = shown.touched(row.getTimestamp(4).toInstant());
        }
        return new Shown(trees.arranged(term, FIELDS), shown.lastModified());
    }
}
