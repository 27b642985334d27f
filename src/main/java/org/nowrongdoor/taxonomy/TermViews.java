package org.nowrongdoor.taxonomy;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nowrongdoor.http.parameter.JsonTrees;
import org.nowrongdoor.http.record.RecordList;
import org.nowrongdoor.http.record.RenderedRecord;
import org.nowrongdoor.storage.ChangedEntity;
import org.nowrongdoor.storage.JdbcReader;
import org.nowrongdoor.storage.SqlBuilder;
import org.nowrongdoor.storage.TouchRepository;

/** Terms as they are shown, each with its taxonomy and without the forms that are for input alone. */
@Singleton
public class TermViews {

    private static final List<String> FIELDS = JsonTrees.namesOf(TermRecord.class);

    private static final String COLUMNS = """
            select t.body, %s, x.body, x.last_modified
            from taxonomy_term t left join taxonomy x on x.id = t.taxonomy_id
            where
            """.formatted(TouchRepository.lastModified(ChangedEntity.TAXONOMY_TERM, "t"));

    private final JdbcReader rows;
    private final JsonTrees trees;

    public TermViews(JdbcReader rows, JsonTrees trees) {
        this.rows = rows;
        this.trees = trees;
    }

    /** The term with this id. */
    public Optional<RenderedRecord> find(UUID id) {
        return rows.list(SqlBuilder.of(COLUMNS + "t.id = ?", id), this::shown).stream()
                .findFirst();
    }

    /** The terms that pass a filter. */
    RecordList listing(TermFilter filter) {
        return RecordList.of(
                () -> rows.number(SqlBuilder.of("select count(*) from taxonomy_term t where")
                        .add(filter.condition())),
                slice -> rows.list(
                        SqlBuilder.of(COLUMNS)
                                .add(filter.condition())
                                .add(SqlBuilder.stretch("t.id", slice.after(), slice.offset(), slice.limit())),
                        this::shown));
    }

    private RenderedRecord shown(ResultSet row) throws SQLException {
        var term = trees.read(row.getString(1));
        InputOnlyForms.drop(term);
        var shown = new RenderedRecord(term, row.getTimestamp(2).toInstant());
        var taxonomy = row.getString(3);
        if (taxonomy != null) {
            term.set("taxonomy_detail", trees.arranged(trees.read(taxonomy), TaxonomyViews.FIELDS));
            term.remove("taxonomy_id");
            shown = shown.touched(row.getTimestamp(4).toInstant());
        }
        return new RenderedRecord(trees.arranged(term, FIELDS), shown.lastModified());
    }
}
