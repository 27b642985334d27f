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
import org.nowrongdoor.storage.TextMatch;

/** Taxonomies as they are shown. */
@Singleton
public class TaxonomyViews {

    static final List<String> FIELDS = Trees.namesOf(TaxonomyRecord.class);

    private static final String WORDS = "to_tsvector('simple', concat_ws(' ', x.name, x.body ->> 'description'))";

    private final Rows rows;
    private final Trees trees;

    public TaxonomyViews(Rows rows, Trees trees) {
        this.rows = rows;
        this.trees = trees;
    }

    /** The taxonomy with this id. */
    public Optional<Shown> find(UUID id) {
        return rows
                .list(Sql.of("select x.body, x.last_modified from taxonomy x where x.id = ?", id), this::shown)
                .stream()
                .findFirst();
    }

    /** The taxonomies that hold these words, all of them when there are none. */
    Listing listing(Optional<String> search) {
        return Listing.of(
                () -> rows.number(
                        Sql.of("select count(*) from taxonomy x where").add(condition(search))),
                slice -> rows.list(
                        Sql.of("select x.body, x.last_modified from taxonomy x where")
                                .add(condition(search))
                                .add(Sql.stretch("x.id", slice.after(), slice.offset(), slice.limit())),
                        this::shown));
    }

    private static Sql condition(Optional<String> search) {
        return search.map(words -> TextMatch.of(WORDS, words)).orElseGet(() -> Sql.of("true"));
    }

    private Shown shown(ResultSet row) throws SQLException {
        return new Shown(
                trees.arranged(trees.read(row.getString(1)), FIELDS),
                row.getTimestamp(2).toInstant());
    }
}
