package org.nowrongdoor.directory.coverage;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.record.Kind;

/** Reads what coverage is counted from: of each service its needs and where it is published to be, and nothing else. */
@Singleton
class CoverageRepository {

    /** A service that runs and answers people who look for help.
     *  @param terms codes of the needs that it names
     *  @param areas extents of its service areas, as they are published
     *  @param sites what is known of its public sites; none where the service or the site is withheld */
    record CountedEntry(
            Kind kind,
            List<String> terms,
            List<String> areas,
            List<CountedSite> sites,
            @Nullable LocalDate verifiedOn) {}

    /** A public site. */
    record CountedSite(@Nullable Double latitude, @Nullable Double longitude, String postalCode, String state) {}

    // 1,000 rows in memory at a time, and a minute at most, whatever the size of the directory.
    private static final int FETCH = 1_000;
    private static final int MOST_SECONDS = 60;
    private static final int SITE_PARTS = 4;

    // Paths in lax mode: a record that is shaped otherwise has none of it, and fails nothing.
    private static final String SELECT = """
            select s.kind, s.body ->> 'assured_date',
                array(select jsonb_array_elements_text(jsonb_path_query_array(s.body,
                    '$.attributes[*] ? (@.link_type == "service_type").taxonomy_term.code'))),
                array(select jsonb_array_elements_text(jsonb_path_query_array(s.body, '$.service_areas[*].extent'))),
                array(select distinct concat(l.latitude, '|', l.longitude, '|', (select a ->> 'postal_code'
                        from jsonb_path_query(l.body, '$.addresses[*]') a
                        order by a ->> 'address_type' is distinct from 'physical' limit 1), '|', (select a ->> 'state_province'
                        from jsonb_path_query(l.body, '$.addresses[*]') a
                        order by a ->> 'address_type' is distinct from 'physical' limit 1))
                    from service_at_location p join location l on l.id = p.location_id
                    where p.service_id = s.id and s.location_policy = 'PUBLIC' and l.location_policy = 'PUBLIC'
                    limit 1000)
            from service s
            where s.status = 'ACTIVE' and s.kind in ('SERVICE', 'HOTLINE', 'NAVIGATOR')
            """;

    private final DataSource source;

    CoverageRepository(DataSource source) {
        this.source = source;
    }

    /** Every service, in one pass. */
    void read(Consumer<CountedEntry> counter) {
        try (var connection = source.getConnection()) {
            // Only within a transaction does the driver fetch rows by and by.
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            try (var statement = connection.prepareStatement(SELECT)) {
                statement.setFetchSize(FETCH);
                statement.setQueryTimeout(MOST_SECONDS);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        counter.accept(counted(rows));
                    }
                }
            } finally {
                connection.rollback();
                connection.setReadOnly(false);
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the coverage could not be counted", e);
        }
    }

    private static CountedEntry counted(ResultSet row) throws SQLException {
        var assured = row.getString(2);
        return new CountedEntry(
                Kind.valueOf(row.getString(1)),
                texts(row, 3),
                texts(row, 4),
                texts(row, 5).stream().map(CoverageRepository::site).toList(),
                assured == null ? null : LocalDate.parse(assured));
    }

    private static List<String> texts(ResultSet row, int column) throws SQLException {
        var texts = (Object[]) row.getArray(column).getArray();
        return Arrays.stream(texts)
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .toList();
    }

    private static CountedSite site(String written) {
        var parts = written.split("\\|", SITE_PARTS);
        return new CountedSite(number(parts[0]), number(parts[1]), parts[2], parts[3]);
    }

    private static @Nullable Double number(String text) {
        return text.isEmpty() ? null : Double.valueOf(text);
    }
}
