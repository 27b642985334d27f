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
import org.nowrongdoor.storage.JdbcReader;
import org.nowrongdoor.storage.SqlBuilder;
import org.nowrongdoor.storage.TextMatch;

/** Taxonomies as they are shown. */
@Singleton
public class TaxonomyViews {

    static final List<String> FIELDS = JsonTrees.namesOf(TaxonomyRecord.class);

    private static final String WORDS = TextMatch.words("concat_ws(' ', x.name, x.body ->> 'description')");

    private final JdbcReader rows;
    private final JsonTrees trees;

    public TaxonomyViews(JdbcReader rows, JsonTrees trees) {
        this.rows = rows;
        this.trees = trees;
    }

    /** The taxonomy with this id. */
    public Optional<RenderedRecord> find(UUID id) {
        return rows
                .list(SqlBuilder.of("select x.body, x.last_modified from taxonomy x where x.id = ?", id), this::shown)
                .stream()
                .findFirst();
    }

    /** The taxonomies that hold these words, all of them when there are none. */
    RecordList listing(Optional<String> search) {
        return RecordList.of(
                () -> rows.number(
                        SqlBuilder.of("select count(*) from taxonomy x where").add(condition(search))),
                slice -> rows.list(
                        SqlBuilder.of("select x.body, x.last_modified from taxonomy x where")
                                .add(condition(search))
                                .add(SqlBuilder.stretch("x.id", slice.after(), slice.offset(), slice.limit())),
                        this::shown));
    }

    private static SqlBuilder condition(Optional<String> search) {
        return search.map(words -> TextMatch.of(WORDS, words)).orElseGet(() -> SqlBuilder.of("true"));
    }

    private RenderedRecord shown(ResultSet row) throws SQLException {
        return new RenderedRecord(
                trees.arranged(trees.read(row.getString(1)), FIELDS),
                row.getTimestamp(2).toInstant());
    }
}
